import { ACCOUNTS, type Account } from './accounts'
import { type Entry, EVENT_NAMES } from './entry'

/** Top accounts as plain-text accounting knows them, with hledger's type of each. */
const KINDS = {
  asset: ['资产', 'A'],
  liability: ['负债', 'L'],
  equity: ['权益', 'E'],
  income: ['收入', 'R'],
  cost: ['费用', 'X'],
} as const

/** "资产:应收租金". */
export const hledgerAccount = (account: Account): string =>
  `${KINDS[ACCOUNTS[account].kind][0]}:${ACCOUNTS[account].name}`
const typeOf = (account: Account): string => (account === 'cash' ? 'C' : KINDS[ACCOUNTS[account].kind][1])

/** Fen as an exact decimal: -123456 → "-1234.56 CNY". */
const amount = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} CNY`
}

/** One line of words: what could begin a comment, and with it a tag, is taken out. */
const words = (text: string): string => text.replace(/[;\s\p{Cc}]+/gu, ' ').trim()

function transaction({ id, on, event, note, reversalOf, postings }: Entry): string {
  const head = words(`${on} * (${id}) ${reversalOf ? '红冲：' : ''}${EVENT_NAMES[event]} ${note}`)
  const lines = postings.flatMap((posting) => {
    const date = posting.on === on ? '' : `  ; date:${posting.on}`
    return [
      `    ${hledgerAccount(posting.debit)}  ${amount(posting.amountFen)}${date}`,
      `    ${hledgerAccount(posting.credit)}  ${amount(-posting.amountFen)}${date}`,
    ]
  })
  return [head, ...lines].join('\n')
}

/** 账本 as a journal of hledger (https://hledger.org): every account and the currency declared, one transaction an entry, oldest first. */
export function hledgerJournal(entries: readonly Entry[]): string {
  const declared = (Object.keys(ACCOUNTS) as Account[]).map(
    (account) => `account ${hledgerAccount(account)}  ; type:${typeOf(account)}`,
  )
  const ordered = [...entries].sort((one, other) => (`${one.on} ${one.id}` < `${other.on} ${other.id}` ? -1 : 1))
  return `${['commodity 1000.00 CNY', declared.join('\n'), ...ordered.map(transaction)].join('\n\n')}\n`
}
