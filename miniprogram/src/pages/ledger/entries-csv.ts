import { unitName } from '@anju/shared/dwelling/dwelling'
import { ACCOUNTS } from '@anju/shared/ledger/accounts'
import { PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import { entryName, type LeasesById, type ListedEntry, signedFen } from './entry-words'

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
const HEADS = [
  '日期',
  '摘要',
  '房屋',
  '承租人',
  '方式',
  '金额（元）',
  '借方科目',
  '贷方科目',
  '租金从',
  '租金到',
  '备注',
  '状态',
  '编号',
]

/** What a person typed never becomes a formula of the spreadsheet. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

function lineOf(entry: ListedEntry, leases: LeasesById): string[] {
  const lease = entry.leaseId && leases.get(entry.leaseId)
  const [first] = entry.postings
  const words = [entry.note, lease ? `${lease.addressText} ${unitName(lease.unit)}` : '', lease?.lesseeName ?? '']
  const [note = '', home = '', lessee = ''] = words.map(plain)
  return [
    entry.on,
    entryName(entry),
    home,
    lessee,
    entry.method ? PAY_METHOD_NAMES[entry.method] : '',
    yuan(signedFen(entry)).replace(/,/g, ''),
    first ? ACCOUNTS[first.debit].name : '',
    first ? ACCOUNTS[first.credit].name : '',
    entry.coversFrom ?? '',
    entry.coversTo ?? '',
    note,
    entry.reversed ? '已红冲' : '',
    entry.id,
  ]
}

/** Entries as CSV (RFC 4180) with Chinese heads. */
export const entriesCsv = (entries: readonly ListedEntry[], leases: LeasesById): string =>
  BYTE_ORDER_MARK +
  [HEADS, ...entries.map((entry) => lineOf(entry, leases))].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')
