import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Lease } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { LeaseTerms } from '@anju/shared/lease/terms'
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
})

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
    startOn,
    endOn: endOnOf(draft),
    rentFen,
    payCycle,
    deposit: { amountFen, ...(amountFen > 0 ? clause : { deductionGrounds: [] }) },
    tenantKind,
    remarks: remarks.trim(),
  })
}
