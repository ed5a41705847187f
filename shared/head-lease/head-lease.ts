import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { addDays, Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import type { Agreement, HeldUnder } from '../dwelling/held-under'
import { DomainError } from '../errors'
import { DwellingId, EntryId, HeadLeaseId, UserId } from '../id'
import type { RentPeriod } from '../lease/schedule'
import { PayMethod } from '../ledger/entry'
import { Fen, PositiveFen } from '../money'
import { SealedText } from '../person/sealed'
import { Approval } from './approval'
import { deemedFrom } from './knowledge'
import { accrualsOf, HeadTerms, planOf } from './terms'

export const MOST_HOMES = 10
const MOST_PAYMENTS = 400
/** 主租约付款提醒 (rule sheet 8.3, reminders). */
export const REMIND_DAYS_BEFORE = 10

export const PaymentKind = z.enum(['rent', 'deposit', 'deposit_back', 'agency_fee'])
export type PaymentKind = z.infer<typeof PaymentKind>
export const PAYMENT_KIND_NAMES: Record<PaymentKind, string> = {
  rent: '租金',
  deposit: '押金',
  deposit_back: '收回押金',
  agency_fee: '中介费',
}
export const HeadPayment = z.object({
  entryId: EntryId,
  kind: PaymentKind,
  on: Day,
  amountFen: PositiveFen,
  method: PayMethod,
  reversed: z.literal(true).optional().meta({ description: '已红冲: it pays nothing' }),
})
export type HeadPayment = z.infer<typeof HeadPayment>

/** Why the terms are changed or the head lease is ended: both sides read it. */
export const Reason = z.string().trim().min(2, '请写明原因').max(200)
export const HomeRents = z
  .array(z.object({ dwellingId: DwellingId, rentFen: Fen }))
  .max(MOST_HOMES)
  .meta({ description: 'the rent of each home where it was agreed; otherwise usable area shares it out' })

/** 主租约: from whom and on what terms homes are held. */
export const HeadLease = HeadTerms.extend({
  id: HeadLeaseId,
  holderId: UserId,
  dwellingIds: z.array(DwellingId).min(1).max(MOST_HOMES),
  ownerName: z.string().trim().min(2, '姓名至少两个字').max(50),
  ownerId: UserId.optional(),
  ownerPhone: SealedText.optional(),
  ownerAccount: SealedText.optional(),
  ownerBank: z.string().trim().max(60).optional(),
  homeRents: HomeRents.optional(),
  endedOn: Day.optional().meta({ description: 'ended early: its last day' }),
  revisions: z
    .array(z.object({ at: InstantSchema, reason: Reason }))
    .default([])
    .meta({ description: 'why it was changed or ended, oldest first' }),
  bookFrom: Day.meta({ description: 'from this day on what falls due is booked' }),
  /** Periods and months that are done with: the next ones fall due. */
  dueNext: z.int(),
  accrueNext: z.int(),
  remindNext: z.int(),
  payments: z.array(HeadPayment),
  approvals: z.array(Approval),
  invitation: z.object({ index: z.string(), until: z.string() }).optional(),
  ...aggregate,
})
export type HeadLease = z.infer<typeof HeadLease> & Aggregate

/** The last day on which the holder has the homes. */
export const lastDayOf = ({ endOn, endedOn }: Pick<HeadLease, 'endOn' | 'endedOn'>): Day => endedOn ?? endOn

const first = (days: readonly Day[], from: Day): number => {
  const index = days.findIndex((day) => day >= from)
  return index < 0 ? days.length : index
}

/** @throws request.invalid where the days are not in their order */
export function checkHeadTerms({ startOn, endOn, freePeriods, rises }: HeadTerms): void {
  const outside = (day: Day) => day < startOn || day > endOn
  const fields = [
    ...(endOn < startOn ? [{ path: 'endOn', message: '租期结束日不能早于开始日' }] : []),
    ...freePeriods.flatMap(({ from, to }, index) =>
      from > to || outside(from) || outside(to) ? [{ path: `freePeriods.${index}`, message: '免租期须在租期内' }] : [],
    ),
    ...rises.flatMap(({ from }, index) =>
      outside(from) ? [{ path: `rises.${index}`, message: '租金调整日须在租期内' }] : [],
    ),
  ]
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
}

/** @throws request.invalid where rents home by home are not those of its homes, or not its rent */
function checkHomeRents({ homeRents, dwellingIds, rentFen }: Pick<HeadLease, 'homeRents' | 'dwellingIds' | 'rentFen'>) {
  if (!homeRents) return
  const wrong = (message: string) => new DomainError('request.invalid', { fields: [{ path: 'homeRents', message }] })
  const named = new Set(homeRents.map(({ dwellingId }) => dwellingId))
  if (named.size !== dwellingIds.length || homeRents.length !== named.size || dwellingIds.some((id) => !named.has(id)))
    throw wrong('请填写每套房屋的租金，每套一次')
  if (homeRents.reduce((sum, home) => sum + home.rentFen, 0) !== rentFen)
    throw wrong('各套租金相加须等于月租金，请核对')
}

type NewHeadLease = Omit<HeadLease, 'dueNext' | 'accrueNext' | 'remindNext' | 'payments' | 'approvals' | 'revisions'>

/** What falls due before the book begins is not booked. */
const counters = (terms: HeadTerms, bookFrom: Day) => {
  const dues = planOf(terms).map(({ dueOn }) => dueOn)
  const accruals = accrualsOf(terms).map(({ on }) => on)
  return { dueNext: first(dues, bookFrom), remindNext: first(dues, bookFrom), accrueNext: first(accruals, bookFrom) }
}

/** 登记主租约. */
export function recordHeadLease(headLease: NewHeadLease): HeadLease {
  checkHeadTerms(headLease)
  checkHomeRents(headLease)
  return { ...headLease, ...counters(headLease, headLease.bookFrom), payments: [], approvals: [], revisions: [] }
}

/** Field by field, since a store keeps no order of its own. */
const scheduleOf = ({ payCycle, freePeriods, rises, ...terms }: HeadTerms) =>
  JSON.stringify([
    [terms.startOn, terms.endOn, terms.rentFen, terms.stubBasis, terms.dueDaysBefore],
    [payCycle.depositMonths, payCycle.rentMonths],
    freePeriods.map(({ from, to }) => [from, to]),
    rises.map(({ from, rentFen }) => [from, rentFen]),
  ])

function whileRunning(headLease: HeadLease): void {
  if (headLease.endedOn) throw new DomainError('head_lease.ended')
}

const MOST_REVISIONS = 50
/** The reason of a change; of very many the oldest is forgotten here, the journal keeps its line. */
const because = ({ revisions }: HeadLease, reason: string, now: Instant) =>
  [...revisions, { at: now, reason }].slice(-MOST_REVISIONS)

/** 修改主租约: what was booked already stands on its terms, so these stay. @throws head_lease.booked */
export function reviseHeadLease(
  headLease: HeadLease,
  changes: HeadTerms & Pick<HeadLease, 'ownerName' | 'ownerPhone' | 'ownerAccount' | 'ownerBank' | 'homeRents'>,
  reason: string,
  now: Instant,
): HeadLease {
  whileRunning(headLease)
  checkHeadTerms(changes)
  checkHomeRents({ ...changes, dwellingIds: headLease.dwellingIds })
  const {
    homeRents: _homeRents,
    ownerPhone: _phone,
    ownerAccount: _account,
    ownerBank: _bank,
    consentPictureId: _consent,
    ...rest
  } = headLease
  const { bookFrom } = headLease
  const before = counters(headLease, bookFrom)
  const booked = headLease.dueNext > before.dueNext || headLease.accrueNext > before.accrueNext
  const revisions = because(headLease, reason, now)
  if (scheduleOf(headLease) === scheduleOf(changes)) return revise(rest as HeadLease, { ...changes, revisions }, now)
  if (booked) throw new DomainError('head_lease.booked')
  return revise(rest as HeadLease, { ...changes, revisions, ...counters(changes, bookFrom) }, now)
}

/** 提前结束主租约. @throws head_lease.days */
export function endHeadLease(headLease: HeadLease, lastOn: Day, reason: string, now: Instant): HeadLease {
  whileRunning(headLease)
  if (lastOn < headLease.startOn || lastOn > headLease.endOn) throw new DomainError('head_lease.days')
  return revise(headLease, { endedOn: lastOn, revisions: because(headLease, reason, now) }, now)
}

/** 付款: to the owner, and what the owner gave back. @throws head_lease.payments */
export function pay(headLease: HeadLease, payment: HeadPayment, now: Instant): HeadLease {
  if (payment.on > dayAt(now)) throw new DomainError('ledger.future')
  if (headLease.payments.length >= MOST_PAYMENTS) throw new DomainError('head_lease.payments')
  return revise(headLease, { payments: [...headLease.payments, payment] }, now)
}

/** 红冲: the payment stays in the list and pays nothing any more; undefined where the entry was none of its payments. */
export function unpay(headLease: HeadLease, entryId: EntryId, now: Instant): HeadLease | undefined {
  if (!headLease.payments.some((payment) => payment.entryId === entryId)) return undefined
  const payments = headLease.payments.map((payment) =>
    payment.entryId === entryId ? { ...payment, reversed: true as const } : payment,
  )
  return revise(headLease, { payments }, now)
}

/** 已付的押金或中介费 of a kind, in fen; what was reversed does not count. */
export const paidFenOf = ({ payments }: Pick<HeadLease, 'payments'>, kind: PaymentKind): number =>
  payments.reduce((sum, payment) => sum + (payment.kind === kind && !payment.reversed ? payment.amountFen : 0), 0)

/** What the occupation of each of its homes has to know. */
export const heldUnder = (headLease: HeadLease): HeldUnder => ({
  id: headLease.id,
  startOn: headLease.startOn,
  endOn: lastDayOf(headLease),
  subletAllowed: headLease.subletAllowed,
  hasConsent: headLease.consentPictureId !== undefined,
  ...(headLease.ownerId && { ownerId: headLease.ownerId }),
})

/** What the owner agreed to, and from when they are taken to agree to what they know of. */
export const agreementsOf = ({ id: under, approvals }: HeadLease, dwellingId: DwellingId): Agreement[] =>
  approvals.flatMap(({ id, matter, status, unit, until, knownOn, dwellingId: of }): Agreement[] => {
    if (matter === 'works' || of !== dwellingId) return []
    if (status === 'agreed') return [{ id, matter, unit, until }]
    return status === 'asked' && knownOn ? [{ id, matter, unit, until, from: deemedFrom(knownOn), under }] : []
  })

export interface PlannedPayment extends RentPeriod {
  paidFen: number
}
/**
 * 付款计划 with what was paid: payments fill the periods in their order, whether they were recorded here, by hand in the
 * book, or made by a tenant for the holder. What falls due after an early end is not owed.
 */
export function paidPlan(headLease: HeadLease): PlannedPayment[] {
  let paid = paidFenOf(headLease, 'rent')
  return planOf(headLease)
    .filter(({ from }) => from <= lastDayOf(headLease))
    .map((period) => {
      // What fell due before the book began was settled outside of it.
      if (period.dueOn < headLease.bookFrom) return { ...period, paidFen: period.amountFen }
      const paidFen = Math.min(paid, period.amountFen)
      paid -= paidFen
      return { ...period, paidFen }
    })
}

/** What falls due next: a reminder, a claim of the owner, a month of cost. */
export function nextOf(headLease: HeadLease) {
  const until = lastDayOf(headLease)
  const plan = planOf(headLease)
  const [due, remind] = [plan[headLease.dueNext], plan[headLease.remindNext]]
  const accrual = accrualsOf(headLease)[headLease.accrueNext]
  return {
    due: due && due.from <= until ? due : undefined,
    remind:
      remind && remind.from <= until ? { ...remind, remindOn: addDays(remind.dueOn, -REMIND_DAYS_BEFORE) } : undefined,
    accrual: accrual && accrual.on <= until ? accrual : undefined,
  }
}
