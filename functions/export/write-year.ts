import { BILL_STATUS_NAMES, type Bill } from '@anju/shared/bill/bill'
import { BillTab } from '@anju/shared/bill/bill.card'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { ACCOUNTS } from '@anju/shared/ledger/accounts'
import { type Entry, EVENT_NAMES } from '@anju/shared/ledger/entry'
import type { Notice } from '@anju/shared/notice/notice'
import { billRecord, billsToCollect } from '../bill/bill.store'
import { entriesOf } from '../ledger/ledger.rows'
import { noticeSk } from '../notice/notice.store'
import type { Archive } from './archive'
import { bare, recordsOf, rowsOf } from './pages'
import type { Exporting } from './read-export'

const yuan = (fen: number) => fen / 100
type Line = Entry & { reversed: boolean }

/** What happened in a year or a month: bills by the day on which they fall due, entries, notices. */
export async function writeYear(archive: Archive, { store, actor }: Exporting, period: string): Promise<void> {
  const { holderId } = actor
  const tabs = BillTab.options.map((tab) => billsToCollect(holderId, tab, period))
  await archive.list('bills', recordsOf<Bill>(store, billRecord.sk, tabs), [
    ['编号', ({ id }) => id],
    ['房屋', ({ addressText }) => addressText],
    ['出租部位', ({ unit }) => unitName(unit)],
    ['租客', ({ lesseeName }) => lesseeName],
    ['应付日', ({ dueOn }) => dueOn],
    ['应收（元）', ({ amountFen }) => yuan(amountFen)],
    ['已收（元）', ({ paidFen }) => yuan(paidFen)],
    ['状态', ({ status }) => BILL_STATUS_NAMES[status]],
  ])
  await archive.list('entries', bare<Line>(rowsOf(store, entriesOf(holderId, period))), [
    ['编号', ({ id }) => id],
    ['日期', ({ on }) => on],
    ['事项', ({ event }) => EVENT_NAMES[event]],
    ['借方', ({ postings }) => postings.map(({ debit }) => ACCOUNTS[debit].name).join('；')],
    ['贷方', ({ postings }) => postings.map(({ credit }) => ACCOUNTS[credit].name).join('；')],
    ['金额（元）', ({ postings }) => postings.map(({ amountFen }) => yuan(amountFen)).join('；')],
    ['备注', ({ note }) => note],
    ['状态', ({ reversed }) => (reversed ? '已红冲' : '')],
  ])
  await archive.list('notices', bare<Notice>(rowsOf(store, { pk: holderId, prefix: noticeSk(period) })), [
    ['时间', ({ at }) => at],
    ['标题', ({ title }) => title],
    ['内容', ({ body }) => body],
  ])
}
