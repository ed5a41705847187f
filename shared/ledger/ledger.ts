import * as z from 'zod'
import { type Aggregate, revise } from '../aggregate'
import { Day, type Instant, Instant as InstantSchema, Month, monthOf } from '../day'
import { DomainError } from '../errors'
import { EntryId, LeaseId, UserId } from '../id'
import { Fen, PositiveFen } from '../money'

/** 科目. Assets grow by debit, liabilities and income by credit. */
export const Account = z.enum(['cash', 'deposit_held', 'rent_income'])
export type Account = z.infer<typeof Account>
export const ACCOUNT_NAMES: Record<Account, string> = {
  cash: '现金及存款',
  deposit_held: '应退押金',
  rent_income: '租金收入',
}
const DEBIT_NORMAL: readonly Account[] = ['cash']

export const ReceiptKind = z.enum(['deposit', 'rent'])
export type ReceiptKind = z.infer<typeof ReceiptKind>
export const PayMethod = z.enum(['cash', 'bank', 'wechat', 'alipay'])
export const PAY_METHOD_NAMES: Record<z.infer<typeof PayMethod>, string> = {
  cash: '现金',
  bank: '银行转账',
  wechat: '微信',
  alipay: '支付宝',
}

/** The recipe of a business event: one posting, debit ← credit. A deposit is a liability, never income (CT-09). */
const RECIPES: Record<ReceiptKind, { debit: Account; credit: Account }> = {
  deposit: { debit: 'cash', credit: 'deposit_held' },
  rent: { debit: 'cash', credit: 'rent_income' },
}

export const ReceiptFacts = z.object({
  kind: ReceiptKind,
  leaseId: LeaseId,
  amountFen: PositiveFen,
  receivedOn: Day,
  method: PayMethod,
  coversFrom: Day.optional().meta({ description: 'first day that the rent covers' }),
  coversTo: Day.optional().meta({ description: 'last day that the rent covers' }),
  note: z.string().trim().max(200).default(''),
})

/** 分录: append-only; `debit ← credit`, amount positive; corrected by reversal (红冲), never edited. */
export const Entry = ReceiptFacts.extend({
  id: EntryId,
  ownerId: UserId,
  debit: Account,
  credit: Account,
  bookedAt: InstantSchema,
  by: UserId,
  reversalOf: EntryId.optional(),
})
export type Entry = z.infer<typeof Entry>

/** Running totals of one account: both sides, in fen. */
export const AccountTotals = z.object({ debitFen: Fen, creditFen: Fen })
export type Totals = Partial<Record<Account, z.infer<typeof AccountTotals>>>

/** 账本: the balances of one owner, kept in the same transaction as the entries; `month` is absent on the book of all time. */
export interface Book extends Aggregate {
  id: string
  ownerId: UserId
  month?: string
  totals: Totals
  entryCount: number
  /** Deposit held per lease, on the book of all time. */
  depositsFen: Record<string, number>
}

export const emptyBook = (ownerId: UserId, now: Instant, month?: string): Book => ({
  id: month ? `${ownerId}#${month}` : ownerId,
  ownerId,
  ...(month && { month }),
  version: 0,
  createdAt: now,
  revisedAt: now,
  totals: {},
  entryCount: 0,
  depositsFen: {},
})

export const receipt = (
  facts: z.infer<typeof ReceiptFacts>,
  id: EntryId,
  ownerId: UserId,
  by: UserId,
  now: Instant,
): Entry => ({
  ...facts,
  ...RECIPES[facts.kind],
  id,
  ownerId,
  by,
  bookedAt: now,
})

/** 红冲: the same amount the other way, booked on the day of the correction. */
export function reverse(entry: Entry, id: EntryId, by: UserId, on: Day, now: Instant): Entry {
  if (entry.reversalOf) throw new DomainError('ledger.is_reversal')
  return {
    ...entry,
    id,
    debit: entry.credit,
    credit: entry.debit,
    reversalOf: entry.id,
    receivedOn: on,
    bookedAt: now,
    by,
    note: '红冲',
  }
}

const add = (totals: Totals, account: Account, side: 'debitFen' | 'creditFen', amountFen: number): Totals => {
  const before = totals[account] ?? { debitFen: 0, creditFen: 0 }
  return { ...totals, [account]: { ...before, [side]: before[side] + amountFen } }
}

/** 过账: the book after one more entry. */
export function post(book: Book, entry: Entry, now: Instant): Book {
  const totals = add(
    add(book.totals, entry.debit, 'debitFen', entry.amountFen),
    entry.credit,
    'creditFen',
    entry.amountFen,
  )
  const sign = entry.credit === 'deposit_held' ? 1 : entry.debit === 'deposit_held' ? -1 : 0
  const held = (book.depositsFen[entry.leaseId] ?? 0) + sign * entry.amountFen
  const depositsFen = sign === 0 || book.month ? book.depositsFen : { ...book.depositsFen, [entry.leaseId]: held }
  return revise(book, { totals, entryCount: book.entryCount + 1, depositsFen }, now)
}

/** Balance on the normal side of the account, in fen. */
export function balanceFen(totals: Totals, account: Account): number {
  const { debitFen, creditFen } = totals[account] ?? { debitFen: 0, creditFen: 0 }
  return DEBIT_NORMAL.includes(account) ? debitFen - creditFen : creditFen - debitFen
}

/** 试算平衡: all debits equal all credits. */
export function balances(totals: Totals): boolean {
  const sides = Object.values(totals)
  return sides.reduce((sum, side) => sum + side.debitFen - side.creditFen, 0) === 0
}

export const monthOfEntry = (entry: Entry): string => monthOf(entry.receivedOn)

/** What the owner sees of the book: one month, and what is held now. */
export const BookView = z.object({
  month: Month,
  incomeFen: z.int().meta({ description: '本月收入: rent received in the month less reversals' }),
  receivedFen: z.int().meta({ description: 'all that came in this month, deposits included' }),
  depositsHeldFen: z.int().meta({ description: '应退押金, a liability' }),
  cashFen: z.int(),
  balanced: z.boolean(),
  accounts: z.array(z.object({ account: Account, debitFen: z.int(), creditFen: z.int(), balanceFen: z.int() })),
  history: z
    .array(z.object({ month: Month, incomeFen: z.int() }))
    .meta({ description: 'the twelve months to this one' }),
})
