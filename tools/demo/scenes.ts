import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Dwelling, Unit } from '@anju/shared/dwelling/dwelling'
import { caseRoutes } from '@anju/shared/filing/case.routes'
import { deskRoutes } from '@anju/shared/filing/desk.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { OccupantInput } from '@anju/shared/filing/occupant'
import type { ReasonCode } from '@anju/shared/filing/reason'
import { type LeaseId, regionOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { PayCycle } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { NEIGHBOURS, PERSONAS, type Persona } from './cast'
import { at, type Stage } from './stage'

export interface Home {
  holder: string
  dwelling: Dwelling
}

/** One room for one tenant: advertised 20 days before the term, asked for, drawn up, signed 5 days before it, paid since. */
export interface TenancyPlan {
  home: Home
  unit: Unit
  tenant: string
  title: string
  rentFen: number
  payCycle: PayCycle
  startOn: Day
  months: number
  persons?: number
  /** Paid only half of the last bill. */
  late?: boolean
  signedBy?: 'both' | 'lessor'
}

export interface FilingPlan {
  leaseId: LeaseId
  by: string
  /** Who confirms what the lessor began. */
  tenant: string
  occupants: OccupantInput[]
  on: Day
  until?: 'asked' | 'taken' | 'approved' | 'returned' | 'rejected' | 'withdrawn'
  reasons?: { code: ReasonCode; explanation: string }[]
}

/** The tenant alone, as an occupant. */
export function tenantHimself(key: string): OccupantInput {
  const persona = [...PERSONAS, ...NEIGHBOURS].find((each) => each.key === key) as Persona
  return {
    name: persona.name,
    identityKind: 'citizen',
    identityNumber: persona.identityNumber,
    relation: 'self',
    supportRelation: false,
  }
}

export async function advertise(
  { act, newId }: Stage,
  {
    home: { holder, dwelling },
    on,
    ...facts
  }: { home: Home; unit: Unit; title: string; rentFen: number; payCycle: PayCycle; on: Day; description?: string },
) {
  const now = at(on, 9)
  const listingId = newId('lst', now, dwelling.address.townCode)
  const input = { ...facts, dwellingId: dwelling.id, listingId, orientation: 'south' as const, availableOn: on }
  await act(holder, listingRoutes, 'publishListing', input, now)
  return listingId
}

export async function playTenancy(
  stage: Stage,
  plan: TenancyPlan,
  today: Day,
): Promise<{ leaseId: LeaseId; signedOn: Day }> {
  const { act, newId } = stage
  const { home, unit, tenant, rentFen, payCycle, startOn, months, title, persons = 1, signedBy = 'both' } = plan
  const town = home.dwelling.address.townCode
  const signedOn = addDays(startOn, -5)
  const listingId = await advertise(stage, { home, unit, title, rentFen, payCycle, on: addDays(startOn, -20) })
  const [askedAt, drawnAt, signedAt] = [at(addDays(startOn, -8), 19), at(addDays(startOn, -6), 11), at(signedOn, 20)]
  const requestId = newId('ask', askedAt, town)
  const message = '您好，希望长租，作息规律。'
  await act(
    tenant,
    leaseRoutes,
    'requestRental',
    { listingId, requestId, moveInOn: startOn, months, persons, message },
    askedAt,
  )
  const leaseId = newId('lea', drawnAt, town)
  const endOn = addDays(addMonths(startOn, months), -1)
  const deposit = {
    amountFen: Math.round(rentFen * payCycle.depositMonths),
    returnDays: 7,
    deductionGrounds: ['欠付租金及费用', '人为损坏房屋及设施'],
  }
  await act(
    home.holder,
    leaseRoutes,
    'drawUpLease',
    { requestId, leaseId, startOn, endOn, rentFen, payCycle, deposit },
    drawnAt,
  )
  await act(home.holder, leaseRoutes, 'signLease', { leaseId, version: 1 }, drawnAt)
  if (signedBy === 'lessor') return { leaseId, signedOn }
  await act(tenant, leaseRoutes, 'signLease', { leaseId, version: 2 }, signedAt)
  await receiveMoney(stage, plan, leaseId, today)
  if (startOn <= today) await moveIn(stage, plan, leaseId, startOn)
  return { leaseId, signedOn }
}

/** 交房 on the first day of the term: what is in the room, what the meters show, two keys. */
async function moveIn({ act, random }: Stage, { home, tenant }: TenancyPlan, leaseId: LeaseId, handedOn: Day) {
  const shown = (most: number) => Math.round(random() * most * 10) / 10
  const items = ['床', '衣柜', '桌椅', '空调'].map((name) => ({ name, condition: 'good' as const }))
  const readings = [
    { meter: 'water' as const, value: shown(400) },
    { meter: 'electricity' as const, value: shown(9_000) },
  ]
  const list = { handedOn, items, readings, keyCount: 2 }
  const day = at(handedOn, 15)
  const proposed = { leaseId, version: 3, ...list }
  const { version } = await act(home.holder, tenancyRoutes, 'proposeHandover', proposed, day)
  await act(tenant, tenancyRoutes, 'confirmHandover', { leaseId, version }, day)
}

/** Deposit and first rent on the day of signing, then each rent on the first day that it covers, until today. */
/** So long a tenant who is late has not paid the rest. */
const LATE_DAYS = 5

/** Every bill of the lease until today, made on its morning and paid when it falls due; of the last one only half where the tenant is late. */
async function receiveMoney(
  { act, newId, random, bill }: Stage,
  { home, startOn, late }: TenancyPlan,
  leaseId: LeaseId,
  today: Day,
): Promise<void> {
  const signedOn = addDays(startOn, -5)
  const until = addDays(today, late ? -LATE_DAYS : -1)
  const bills = (await bill(leaseId, today)).filter(({ dueOn }) => dueOn <= until)
  for (const [index, { id, dueOn, amountFen }] of bills.entries()) {
    const receivedOn = dueOn < signedOn ? signedOn : dueOn
    const now = at(receivedOn, 22)
    const method = random() < 0.6 ? ('wechat' as const) : ('bank' as const)
    const half = late && index === bills.length - 1 ? 2 : 1
    const paid = { amountFen: Math.round(amountFen / half), receivedOn, method }
    await act(home.holder, billRoutes, 'recordPayment', { billId: id, paymentId: newId('ent', now), ...paid }, now)
  }
}

const CLERK = 'wu'

/** A filing, taken as far as the plan says. */
export async function playFiling(
  { act, newId }: Stage,
  { leaseId, by, tenant, occupants, on, until, reasons = [] }: FilingPlan,
): Promise<void> {
  const [filedAt, takenAt, endedAt] = [at(on, 12), at(on, 14), at(on, 16)]
  const filingId = newId('fil', filedAt, regionOf(leaseId))
  const declarations = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const
  const filed = await act(by, filingRoutes, 'submitFiling', { leaseId, filingId, occupants, declarations }, filedAt)
  if (until === 'asked') return
  const asked = filed.status === 'awaiting_counterparty'
  const handedIn = asked ? await act(tenant, caseRoutes, 'confirmFiling', { filingId, version: 1 }, filedAt) : filed
  const at1 = { filingId, version: handedIn.version }
  if (until === 'withdrawn') await act(by, filingRoutes, 'withdrawFiling', at1, endedAt)
  if (until === 'withdrawn') return
  const seen = { ...at1, result: 'clear', note: '已上门看过' } as const
  const checks = handedIn.status === 'committee_check'
  const { version } = checks ? await act(CLERK, deskRoutes, 'checkAsCommittee', seen, filedAt) : handedIn
  if (until === undefined) return
  await act(CLERK, filingRoutes, 'takeFiling', { filingId, version }, takenAt)
  const taken = { filingId, version: version + 1 }
  if (until === 'approved') await act(CLERK, filingRoutes, 'approveFiling', taken, endedAt)
  if (until === 'returned') await act(CLERK, filingRoutes, 'returnFiling', { ...taken, reasons }, endedAt)
  if (until === 'rejected') await act(CLERK, filingRoutes, 'rejectFiling', { ...taken, reasons }, endedAt)
}
