import * as z from 'zod'
import { Day, type Instant, Instant as InstantSchema, monthOf } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, EntryId, LeaseId, PictureId, UserId } from '../id'
import { PositiveFen } from '../money'
import { Account } from './accounts'

export const PayMethod = z.enum(['cash', 'bank', 'wechat', 'alipay'])
export type PayMethod = z.infer<typeof PayMethod>
export const PAY_METHOD_NAMES: Record<PayMethod, string> = {
  cash: '现金',
  bank: '银行转账',
  wechat: '微信',
  alipay: '支付宝',
}

/** What happened, in the words of the trade; the accounts follow from it (recipes.ts). */
export const EVENT_NAMES = {
  rent_due: '应收租金',
  rent_earned: '租金归属各月',
  rent_received: '收租金',
  rent_released: '减免未住租金',
  rent_refunded: '退租金',
  deposit_taken: '收押金',
  deposit_returned: '退押金',
  deposit_deducted: '押金抵扣',
  fee_due: '应收费用',
  fee_received: '收费用',
  fee_refunded: '退费用',
  penalty_due: '应收违约金或赔偿',
  head_rent_due: '应付业主租金',
  head_rent_accrued: '业主租金归属各月',
  head_rent_paid: '付业主租金',
  head_deposit_paid: '付业主押金',
  head_deposit_returned: '收回业主押金',
  agency_fee: '付中介费',
  agency_amortised: '中介费摊销',
  fit_out_paid: '付装修款',
  fit_out_amortised: '装修摊销',
  furniture_paid: '买家具家电',
  furniture_amortised: '家具家电摊销',
  repair_paid: '付维修费',
  utility_paid: '付水电燃气网络费',
  utility_passed_on: '转收水电费',
  repair_passed_on: '向租客转收维修费',
  repair_set_off: '自修费用抵租金',
  cleaning_paid: '付保洁费',
  tax_paid: '付税费',
  written_off: '核销坏账',
  paid_on_behalf: '代偿抵扣',
  other_income: '其他收入',
  other_cost: '其他支出',
  opening: '期初余额',
} as const
export type LedgerEvent = keyof typeof EVENT_NAMES
export const LedgerEvent = z.enum(Object.keys(EVENT_NAMES) as [LedgerEvent, ...LedgerEvent[]])

/** One line of an entry: debit ← credit, an amount above zero, on its own day. */
export const Posting = z.object({
  debit: Account,
  credit: Account,
  amountFen: PositiveFen,
  on: Day.meta({ description: 'the day on which it counts: its month is the month of the book' }),
})
export type Posting = z.infer<typeof Posting>

export const MAX_POSTINGS = 24

/** The parts of several homes in one amount; together they are the whole. */
const HomeShares = z.array(z.object({ dwellingId: DwellingId, amountFen: z.int().min(0) })).max(10)

/** What an entry is about. */
export const EntryRefs = z.object({
  leaseId: LeaseId.optional(),
  billId: z.string().max(60).optional(),
  headLeaseId: z.string().max(60).optional(),
  dwellingId: DwellingId.optional(),
  unit: Unit.optional(),
  shares: HomeShares.optional().meta({ description: 'of what several homes bear together: the part of each' }),
  dueOn: Day.optional().meta({ description: 'the day on which the bill falls due: age of arrears' }),
  method: PayMethod.optional(),
  voucherId: PictureId.optional().meta({ description: '凭证: a picture of the home or the lease' }),
  note: z.string().trim().max(200).default(''),
})

/** 分录: append-only; corrected by reversal (红冲), never edited. */
export const Entry = EntryRefs.extend({
  id: EntryId,
  ownerId: UserId,
  event: LedgerEvent,
  on: Day.meta({ description: 'the day of the event' }),
  postings: z.array(Posting).min(1).max(MAX_POSTINGS),
  coversFrom: Day.optional().meta({ description: 'first day that it covers' }),
  coversTo: Day.optional().meta({ description: 'last day that it covers' }),
  by: UserId.or(z.literal('system')),
  bookedAt: InstantSchema,
  reversalOf: EntryId.optional(),
  reversedOn: Day.optional().meta({ description: 'of a reversal: the day of the entry that it undoes' }),
})
export type Entry = z.infer<typeof Entry>

/** What a recipe makes of an event: everything but whose, by whom and about what. */
export type Draft = Pick<Entry, 'event' | 'on' | 'postings' | 'coversFrom' | 'coversTo'>

/** Whose, by whom, and about what. */
export interface Booking extends Partial<z.infer<typeof EntryRefs>> {
  id: EntryId
  ownerId: UserId
  by: UserId | 'system'
  now: Instant
}

/** An entry from a recipe. */
export const entryOf = (draft: Draft, { now, note = '', ...booking }: Booking): Entry => ({
  ...draft,
  ...booking,
  note,
  bookedAt: now,
})

/** The amount of the event itself: of its first posting, in fen. */
export const amountFenOf = (entry: Pick<Entry, 'postings'>): number => entry.postings[0]?.amountFen ?? 0

/** What the event did to the cash, in fen: positive where money came in. */
export const cashFenOf = ({ postings }: Pick<Entry, 'postings'>): number =>
  postings.reduce(
    (sum, { debit, credit, amountFen }) =>
      sum + (debit === 'cash' ? amountFen : 0) - (credit === 'cash' ? amountFen : 0),
    0,
  )

export const monthsOfEntry = ({ postings }: Pick<Entry, 'postings'>): string[] => [
  ...new Set(postings.map(({ on }) => monthOf(on))),
]

/**
 * 红冲: the same amounts the other way. What already counted is corrected on the day of the correction; what was still to
 * count is undone in its own month.
 */
export function reverse(entry: Entry, id: EntryId, by: UserId, today: Day, now: Instant): Entry {
  if (entry.reversalOf) throw new DomainError('ledger.is_reversal')
  return {
    ...entry,
    id,
    postings: entry.postings.map(({ debit, credit, amountFen, on }) => ({
      debit: credit,
      credit: debit,
      amountFen,
      on: on > today ? on : today,
    })),
    reversalOf: entry.id,
    reversedOn: entry.on,
    on: today,
    bookedAt: now,
    by,
    note: '红冲',
  }
}
