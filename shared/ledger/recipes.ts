import type { Day } from '../day'
import type { Account } from './accounts'
import { type MonthShare, sharesByMonth } from './by-month'
import type { Draft, LedgerEvent, Posting } from './entry'

/** Amount in fen and the day of the event. */
export interface Happened {
  on: Day
  amountFen: number
}
/** … and the days that it covers, both included. */
export interface Covering extends Happened {
  coversFrom: Day
  coversTo: Day
}

/** Months of income or cost in one entry beside its first posting. */
const MONTHS_AN_ENTRY = 12

const posting = (debit: Account, credit: Account, { on, amountFen }: Happened): Posting => ({
  debit,
  credit,
  amountFen,
  on,
})
const simple =
  (event: LedgerEvent, debit: Account, credit: Account) =>
  (happened: Happened): Draft => ({ event, on: happened.on, postings: [posting(debit, credit, happened)] })
const byMonth = (debit: Account, credit: Account, shares: MonthShare[]): Posting[] =>
  shares.map((share) => posting(debit, credit, share))

/**
 * 应收租金, on its due day, and the months that earn it, by days. The first entry holds the claim and the first year; each
 * further one a further year (rule sheet 8.3: accrual by days).
 */
export function rentDue({ on, amountFen, coversFrom, coversTo }: Covering): Draft[] {
  const shares = sharesByMonth(amountFen, coversFrom, coversTo)
  const earned = (year: MonthShare[]) => byMonth('deferred_rent', 'rent_income', year)
  const first: Draft = {
    event: 'rent_due',
    on,
    postings: [
      posting('rent_receivable', 'deferred_rent', { on, amountFen }),
      ...earned(shares.slice(0, MONTHS_AN_ENTRY)),
    ],
    coversFrom,
    coversTo,
  }
  const later: Draft[] = []
  for (let from = MONTHS_AN_ENTRY; from < shares.length; from += MONTHS_AN_ENTRY)
    later.push({
      event: 'rent_earned',
      on: (shares[from] as MonthShare).on,
      postings: earned(shares.slice(from, from + MONTHS_AN_ENTRY)),
      coversFrom,
      coversTo,
    })
  return [first, ...later]
}

/** 收租金: against the claim; what is paid before it is due makes the claim negative, a prepayment. */
export const rentReceived = simple('rent_received', 'cash', 'rent_receivable')
/** 退租金: money given back to the tenant, after `rentReleased`. */
export const rentRefunded = simple('rent_refunded', 'rent_receivable', 'cash')

/** 未住租金: rent already due for days after an early end is taken back, income of those months with it (rule sheet 8.2, move-out). */
export const rentReleased = ({ on, amountFen, coversFrom, coversTo }: Covering): Draft => ({
  event: 'rent_released',
  on,
  postings: [
    posting('deferred_rent', 'rent_receivable', { on, amountFen }),
    ...byMonth('rent_income', 'deferred_rent', sharesByMonth(amountFen, coversFrom, coversTo)),
  ],
  coversFrom,
  coversTo,
})

/** 收押金 (CT-09): a liability. */
export const depositTaken = simple('deposit_taken', 'cash', 'deposit_held')
/** 退押金 (CT-09). */
export const depositReturned = simple('deposit_returned', 'deposit_held', 'cash')
/** 押金抵扣 (CT-09): for unpaid rent or fees, or for a listed ground; damage is due as a claim first or goes to compensation at once. */
export const depositDeducted = (against: 'rent' | 'fee' | 'damage') =>
  simple(
    'deposit_deducted',
    'deposit_held',
    against === 'rent' ? 'rent_receivable' : against === 'fee' ? 'fee_receivable' : 'penalty_income',
  )

/** 应收费用: a fixed fee of the lease, property or internet for instance (CT-11). */
export const feeDue = simple('fee_due', 'fee_receivable', 'fee_income')
/** 收费用, penalties and passed-on bills included. */
export const feeReceived = simple('fee_received', 'cash', 'fee_receivable')
/** 退费用: given back to the tenant, who owes it again. */
export const feeRefunded = simple('fee_refunded', 'fee_receivable', 'cash')
/** 违约金 or compensation that the tenant owes (CT-06, CT-08). */
export const penaltyDue = simple('penalty_due', 'fee_receivable', 'penalty_income')

/** 应付业主租金, on the day on which the head lease asks for it; the cost follows month by month. */
export const headRentDue = simple('head_rent_due', 'deferred_head_rent', 'head_rent_payable')
/** The straight-line cost of one month of the head lease (rule sheet 8.3). */
export const headRentAccrued = simple('head_rent_accrued', 'head_rent', 'deferred_head_rent')
/** 付业主租金. */
export const headRentPaid = simple('head_rent_paid', 'head_rent_payable', 'cash')
/** 付业主租金 where no head lease is kept here: claim, payment and cost of the months it covers at once; at most 22 months. */
export const headRentPaidAlone = ({ on, amountFen, coversFrom, coversTo }: Covering): Draft => ({
  event: 'head_rent_paid',
  on,
  postings: [
    posting('deferred_head_rent', 'cash', { on, amountFen }),
    ...byMonth('head_rent', 'deferred_head_rent', sharesByMonth(amountFen, coversFrom, coversTo)),
  ],
  coversFrom,
  coversTo,
})
/** 付业主押金: ours, to come back. */
export const headDepositPaid = simple('head_deposit_paid', 'head_deposit_paid', 'cash')
export const headDepositReturned = simple('head_deposit_returned', 'cash', 'head_deposit_paid')

/** 付中介费: spread over the lease that it earned (rule sheet 8.3). */
export const agencyFee = simple('agency_fee', 'deferred_agency', 'cash')
export const agencyAmortised = simple('agency_amortised', 'agency', 'deferred_agency')
/** 付装修款: spread over what is left of the head lease (rule sheet 8.3, CT-14). */
export const fitOutPaid = simple('fit_out_paid', 'fit_out', 'cash')
export const fitOutAmortised = simple('fit_out_amortised', 'fit_out_amortised', 'fit_out')
/** 买家具家电: spread over months that are a parameter. */
export const furniturePaid = simple('furniture_paid', 'furniture', 'cash')
export const furnitureAmortised = simple('furniture_amortised', 'furniture_amortised', 'furniture')

export const repairPaid = simple('repair_paid', 'repair', 'cash')
export const utilityPaid = simple('utility_paid', 'utilities', 'cash')
/** 转收水电费: the tenant bears it, so it takes away from our cost; it is no income. */
export const utilityPassedOn = simple('utility_passed_on', 'fee_receivable', 'utilities')
/** 向租客转收维修费 (N-29): through their fault, so it takes away from our cost; it is no income. */
export const repairPassedOn = simple('repair_passed_on', 'fee_receivable', 'repair')
/** 自修费用抵租金 (民法典 713): the lessee laid it out; it is kept as rent paid ahead. No cash of ours moves. */
export const repairSetOff = simple('repair_set_off', 'repair', 'deferred_rent')
export const cleaningPaid = simple('cleaning_paid', 'cleaning', 'cash')
export const taxPaid = simple('tax_paid', 'tax', 'cash')
export const otherIncome = simple('other_income', 'cash', 'other_income')
export const otherCost = simple('other_cost', 'other_cost', 'cash')

/** 核销坏账: a claim given up. */
export const writtenOff = (claim: 'rent' | 'fee') =>
  simple('written_off', 'written_off', claim === 'rent' ? 'rent_receivable' : 'fee_receivable')
/** 代偿抵扣 (民法典 719, N-25): the tenant paid our arrears to the owner; it is set off against their rent. No cash of ours moves. */
export const paidOnBehalf = simple('paid_on_behalf', 'head_rent_payable', 'rent_receivable')

export const OPENING_ACCOUNTS = [
  'cash',
  'rent_receivable',
  'fee_receivable',
  'head_deposit_paid',
  'fit_out',
  'furniture',
  'deposit_held',
  'head_rent_payable',
] as const satisfies readonly Account[]
export type OpeningAccount = (typeof OPENING_ACCOUNTS)[number]
const OWED: readonly Account[] = ['deposit_held', 'head_rent_payable']

/** 期初余额: what was there, or owed, before this book began. */
export const opening = (account: OpeningAccount) =>
  OWED.includes(account) ? simple('opening', 'opening', account) : simple('opening', account, 'opening')
