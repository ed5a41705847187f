import * as z from 'zod'
import { addDays, addMonths, type Day, daysBetween } from '../day'
import { PictureId } from '../id'
import { periodsOf, type RentPeriod, termRentFen } from '../lease/schedule'
import { LeaseTerms } from '../lease/terms'
import { Fen } from '../money'

/** Whose what was built in stays at the end (CT-14). */
export const FitOutOwner = z.enum(['owner', 'holder', 'compensated'])
export const FIT_OUT_OWNER_NAMES: Record<z.infer<typeof FitOutOwner>, string> = {
  owner: '归业主，不补偿',
  holder: '归承租方，可拆除',
  compensated: '归业主，按剩余租期补偿',
}

/** 主租约 terms: what an owner and the holder agreed, 收储 of five years and more too (rule sheet 8.3). */
export const HeadTerms = LeaseTerms.pick({
  startOn: true,
  endOn: true,
  rentFen: true,
  payCycle: true,
  freePeriods: true,
  rises: true,
  stubBasis: true,
  dueDaysBefore: true,
}).extend({
  depositFen: Fen.default(0),
  subletAllowed: z.boolean().meta({ description: '业主同意转租 (CT-12)' }),
  consentPictureId: PictureId.optional().meta({ description: 'a picture of the consent' }),
  fitOutOwner: FitOutOwner.default('owner'),
  agencyFeeFen: Fen.default(0),
  remarks: LeaseTerms.shape.remarks,
})
export type HeadTerms = z.infer<typeof HeadTerms>

type Scheduled = Pick<
  HeadTerms,
  'startOn' | 'endOn' | 'rentFen' | 'payCycle' | 'freePeriods' | 'rises' | 'stubBasis' | 'dueDaysBefore'
>

/** 付款计划: what is owed to the owner and when. */
export const planOf = (terms: Scheduled): RentPeriod[] => periodsOf(terms)

/** The rent of one month on a day: that of the last rise on or before it. */
export const headRentOn = ({ rentFen, rises }: Pick<Scheduled, 'rentFen' | 'rises'>, day: Day): number =>
  rises.reduce((last, rise) => (rise.from <= day && rise.from >= last.from ? rise : last), { from: '', rentFen })
    .rentFen

/** Months of the term; days of a broken last month as a part of that month. */
function monthsOf({ startOn, endOn }: Pick<Scheduled, 'startOn' | 'endOn'>): { whole: number; part: number } {
  let whole = 0
  while (addDays(addMonths(startOn, whole + 1), -1) <= endOn) whole++
  const from = addMonths(startOn, whole)
  const days = Math.max(0, daysBetween(from, endOn) + 1)
  return { whole, part: days / daysBetween(from, addMonths(startOn, whole + 1)) }
}

/** Days of the term without rent, each worth a 365th of the year's rent on that day. */
const freeValueFen = (terms: Scheduled): number =>
  terms.freePeriods.reduce((sum, { from, to }) => {
    let value = sum
    const last = to < terms.endOn ? to : terms.endOn
    for (let day = from > terms.startOn ? from : terms.startOn; day <= last; day = addDays(day, 1))
      value += (headRentOn(terms, day) * 12) / 365
    return value
  }, 0)

/** 直线法: cost of one month, in fen = (sum of all rents over the term − free value) / months (rule sheet 8.3). */
export function straightLineFen(terms: Scheduled): number {
  const { whole, part } = monthsOf(terms)
  const rentsFen = termRentFen({ ...terms, freePeriods: [] })
  return Math.round((rentsFen - freeValueFen(terms)) / (whole + part))
}

export interface Accrual {
  /** Counts the months of the term from 0. */
  index: number
  on: Day
  amountFen: number
}

/** The cost month by month: the straight line, and in the last month what the payment plan leaves, so that both sums agree. */
export function accrualsOf(terms: Scheduled): Accrual[] {
  const { whole, part } = monthsOf(terms)
  const count = whole + (part > 0 ? 1 : 0)
  const monthly = straightLineFen(terms)
  const total = termRentFen(terms)
  const until = (months: number) => (months === count ? total : Math.min(total, monthly * months))
  return Array.from({ length: count }, (_, index) => ({
    index,
    on: addMonths(terms.startOn, index),
    amountFen: until(index + 1) - until(index),
  }))
}
