import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Lease } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { DUE_DAYS_BEFORE, LeaseTerms } from '@anju/shared/lease/terms'
import type { PayCycle } from '@anju/shared/listing/listing'
import { monthsOf } from '../../lease/lease-words'

/** What the lessor has written so far; texts as typed. */
export interface Draft {
  startOn: Day
  /** Months of the term as text, or `other`: until the day `otherEndOn`. */
  length: string
  otherEndOn: Day
  rentFen: number | undefined
  payCycle: PayCycle
  /** Absent while the deposit follows rent and 押几. */
  depositFen: number | undefined
  depositTyped: boolean
  returnDays: string
  grounds: string[]
  tenantKind: LeaseTerms['tenantKind']
  remarks: string
  /** Of a lease on paper: the name as it stands there. */
  lesseeName?: string
  /** 更多条款: who pays which fee, changes of the rent, free days, how broken months are charged, what a breach costs. */
  more: MoreTerms
}
export type MoreTerms = Pick<
  LeaseTerms,
  | 'fees'
  | 'rises'
  | 'freePeriods'
  | 'stubBasis'
  | 'dueDaysBefore'
  | 'lateFeePerDayPpm'
  | 'arrearsTerminateDays'
  | 'noticeDays'
  | 'penaltyMonths'
  | 'subletAllowed'
>

/** What goes with most leases: the tenant pays what the meters show. */
const USUAL_MORE: MoreTerms = {
  fees: [
    { kind: 'property', payer: 'lessor' },
    { kind: 'water', payer: 'lessee' },
    { kind: 'electricity', payer: 'lessee' },
    { kind: 'gas', payer: 'lessee' },
  ],
  rises: [],
  freePeriods: [],
  stubBasis: 'actual_month',
  dueDaysBefore: DUE_DAYS_BEFORE,
  lateFeePerDayPpm: 500,
  arrearsTerminateDays: 15,
  noticeDays: 30,
  penaltyMonths: 1,
  subletAllowed: false,
}

export const OTHER = 'other'
const DEFAULT_CYCLE: PayCycle = { depositMonths: 1, rentMonths: 1 }
const DEFAULT_RETURN_DAYS = '7'
const RETURN_DAYS_MAX = 180
export const USUAL_GROUNDS = [
  '欠付租金及费用',
  '人为损坏房屋及设施',
  '到期不按约定搬离',
  '未结清水电燃气费',
  '未交还钥匙或门禁卡',
]

const endAfter = (startOn: Day, months: number): Day => addDays(addMonths(startOn, months), -1)

/** What the tenant asked for, under the terms of the advert. */
export const draftForRequest = (request: RentalRequest, advertised: PayCycle | undefined): Draft => ({
  startOn: request.moveInOn,
  length: String(request.months),
  otherEndOn: endAfter(request.moveInOn, request.months),
  rentFen: request.rentFen,
  payCycle: advertised ?? DEFAULT_CYCLE,
  depositFen: undefined,
  depositTyped: false,
  returnDays: DEFAULT_RETURN_DAYS,
  grounds: USUAL_GROUNDS.slice(0, 2),
  tenantKind: 'person',
  remarks: '',
  more: USUAL_MORE,
})

const moreOf = (lease: LeaseTerms): MoreTerms => ({
  fees: lease.fees,
  rises: lease.rises,
  freePeriods: lease.freePeriods,
  stubBasis: lease.stubBasis,
  dueDaysBefore: lease.dueDaysBefore,
  ...(lease.arrearsTerminateDays !== undefined && { arrearsTerminateDays: lease.arrearsTerminateDays }),
  lateFeePerDayPpm: lease.lateFeePerDayPpm,
  noticeDays: lease.noticeDays,
  penaltyMonths: lease.penaltyMonths,
  subletAllowed: lease.subletAllowed,
})

/** 续签: the same terms for as long again, from the day after. */
export function draftAfter(lease: Lease): Draft {
  const startOn = addDays(lease.endOn, 1)
  const { rentFen } = lease.rises.reduce((last, rise) => (rise.from > last.from ? rise : last), {
    from: '',
    rentFen: lease.rentFen,
  })
  const before = draftOfLease({ ...lease, rentFen, rises: [], freePeriods: [] })
  const months = monthsOf(lease)
  return { ...before, startOn, length: String(months), otherEndOn: endAfter(startOn, months) }
}

export function draftOfLease(lease: Lease): Draft {
  const { startOn, endOn, rentFen, payCycle, deposit, tenantKind, remarks } = lease
  const months = monthsOf(lease)
  return {
    startOn,
    length: endAfter(startOn, months) === endOn ? String(months) : OTHER,
    otherEndOn: endOn,
    rentFen,
    payCycle,
    depositFen: deposit.amountFen,
    depositTyped: deposit.amountFen !== Math.round(rentFen * payCycle.depositMonths),
    returnDays: deposit.returnDays === undefined ? DEFAULT_RETURN_DAYS : String(deposit.returnDays),
    grounds: deposit.deductionGrounds,
    tenantKind,
    remarks,
    lesseeName: lease.lesseeName,
    more: moreOf(lease),
  }
}

export const endOnOf = (draft: Draft): Day =>
  draft.length === OTHER ? draft.otherEndOn : endAfter(draft.startOn, Number(draft.length))

export function depositFenOf({ depositTyped, depositFen, rentFen, payCycle }: Draft): number | undefined {
  if (depositTyped) return depositFen
  return rentFen === undefined ? undefined : Math.round(rentFen * payCycle.depositMonths)
}

const returnDaysOf = ({ returnDays }: Draft): number | undefined =>
  /^\d{1,3}$/.test(returnDays) && Number(returnDays) <= RETURN_DAYS_MAX ? Number(returnDays) : undefined

/** What is missing or unreadable, by the name of the field in the terms. */
export function faultsOf(draft: Draft): Record<string, string> {
  const deposit = depositFenOf(draft)
  return {
    ...(!draft.rentFen && { rentFen: '请填写月租金' }),
    ...(deposit === undefined && { 'deposit.amountFen': '请填写押金，不收押金填 0' }),
    ...(deposit && returnDaysOf(draft) === undefined && { 'deposit.returnDays': `请填写 0 至 ${RETURN_DAYS_MAX} 天` }),
  }
}

/** The terms as they stand; undefined while an amount is missing. */
export function termsOf(draft: Draft): LeaseTerms | undefined {
  const amountFen = depositFenOf(draft)
  const { startOn, rentFen, payCycle, tenantKind, remarks } = draft
  if (!rentFen || amountFen === undefined) return undefined
  const returnDays = returnDaysOf(draft)
  const clause = { ...(returnDays !== undefined && { returnDays }), deductionGrounds: draft.grounds }
  return LeaseTerms.parse({
    ...draft.more,
    startOn,
    endOn: endOnOf(draft),
    rentFen,
    payCycle,
    deposit: { amountFen, ...(amountFen > 0 ? clause : { deductionGrounds: [] }) },
    tenantKind,
    remarks: remarks.trim(),
  })
}
