import { type Aggregate, revise } from '../aggregate'
import { addDays, type Day, dayAt, type Instant } from '../day'
import { DomainError } from '../errors'
import type { DwellingId, LeaseId, ListingId, UserId, WorksId } from '../id'
import { type Unit, unitKey, unitsOverlap } from './dwelling'
import type { Agreement, HeldUnder } from './held-under'
import { type Past, partedAtOnce } from './past'

/** Who has one unit, and until when. */
export interface Tenancy {
  leaseId: LeaseId
  unit: Unit
  lesseeName?: string
  startOn: Day
  endOn: Day
  /** 退租中: the last day that was given notice of. */
  leavesOn?: Day
  /** The term is over and the tenant still lives there: an indefinite lease (N-30). */
  heldOver?: true
  /** Handed back: the last day that it was really held. */
  leftOn?: Day
}

/** 装修、维修: days on which a unit cannot be let. */
export interface Works {
  id: WorksId
  unit: Unit
  from: Day
  to: Day
  what: string
}

/**
 * 占用: who has which part of one home and when, what is advertised, and what is being fitted out. One item a home, so
 * that two signatures for the same space always meet in one conditional write (N-32: one home, one tenant at a time).
 */
export interface Occupation extends Aggregate {
  dwellingId: DwellingId
  /** The version of the home that its last revision made; absent where it was never revised. */
  dwellingVersion?: number
  holderId: UserId
  tenancies: Tenancy[]
  listings: { listingId: ListingId; unit: Unit }[]
  works?: Works[]
  /** 主租约 under which the home is held (N-24), and what their owners agreed to beyond them. */
  headLeases?: HeldUnder[]
  agreements?: Agreement[]
  /** The last day of what was let, of tenancies that are no longer kept here. */
  lastLet?: { unit: Unit; on: Day }[]
  /** What this change took out of here: whoever saves it keeps it by years, for the reports. Never stored here. */
  forgotten?: Past[]
}

const FOREVER = '2199-12-31'
/** Tenancies and works that are over are kept this long: a lease may still be drawn up for days gone by. */
const KEPT_DAYS = 400
/** … and no more of them than this, so that one item holds a home of any size. */
const KEPT_PAST = 300

/** The last day on which a tenancy takes its space. */
export const lastDayOf = ({ endOn, leavesOn, heldOver, leftOn }: Tenancy): Day =>
  leftOn ?? (heldOver ? FOREVER : (leavesOn ?? endOn))

export const isHeldOn = (tenancy: Tenancy, day: Day): boolean => tenancy.startOn <= day && day <= lastDayOf(tenancy)

const meet = (from: Day, to: Day, otherFrom: Day, otherTo: Day) => from <= otherTo && otherFrom <= to

/** Forgets what was over long ago, a little at a time, oldest first, but not when each unit was last let. Very long terms stay. */
function prune(occupation: Occupation, now: Instant): Occupation {
  const today = dayAt(now)
  const oldest = addDays(today, -KEPT_DAYS)
  const over = occupation.tenancies
    .map(
      (tenancy): Past => ({ id: tenancy.leaseId, unit: tenancy.unit, from: tenancy.startOn, to: lastDayOf(tenancy) }),
    )
    .filter(({ to }) => to < today)
    .sort((one, other) => (one.to < other.to ? -1 : 1))
  const gone = over.filter(({ to }, index) => to < oldest || index < over.length - KEPT_PAST)
  const works = (occupation.works ?? []).filter(({ to }) => to < oldest)
  const parted = partedAtOnce([...gone, ...works.map(({ id, unit, from, to }) => ({ id, unit, from, to }))])
  const ids = new Set<string>(parted.map(({ id }) => id))
  const last = new Map((occupation.lastLet ?? []).map((each) => [unitKey(each.unit), each]))
  for (const { id, unit, to } of gone)
    if (ids.has(id) && (last.get(unitKey(unit))?.on ?? '') < to) last.set(unitKey(unit), { unit, on: to })
  return {
    ...occupation,
    tenancies: occupation.tenancies.filter(({ leaseId }) => !ids.has(leaseId)),
    works: (occupation.works ?? []).filter(({ id }) => !ids.has(id)),
    lastLet: [...last.values()],
    ...(parted.length > 0 && { forgotten: [...(occupation.forgotten ?? []), ...parted] }),
  }
}

const change = (occupation: Occupation, changes: Partial<Occupation>, now: Instant) =>
  prune(revise(occupation, changes, now), now)

/** @throws lease.unit_taken, lease.unit_in_works where the space is not free from `from` to `to` */
function expectFree(occupation: Occupation, unit: Unit, from: Day, to: Day, but?: LeaseId): void {
  const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, unit)
  if (
    occupation.tenancies.some(
      (other) => other.leaseId !== but && shares(other) && meet(other.startOn, lastDayOf(other), from, to),
    )
  )
    throw new DomainError('lease.unit_taken')
  if ((occupation.works ?? []).some((works) => shares(works) && meet(works.from, works.to, from, to)))
    throw new DomainError('lease.unit_in_works')
}

/** 占用一段租期: refused where any part of the space is let or being fitted out on any day of the term. */
export function occupy(occupation: Occupation, tenancy: Tenancy, now: Instant): Occupation {
  expectFree(occupation, tenancy.unit, tenancy.startOn, tenancy.endOn)
  return change(
    occupation,
    {
      tenancies: [...occupation.tenancies, tenancy],
      listings: occupation.listings.filter((listing) => !unitsOverlap(listing.unit, tenancy.unit)),
    },
    now,
  )
}

/** Changes the one tenancy of a lease; where it was forgotten already there is nothing to change. */
function alter(
  occupation: Occupation,
  leaseId: LeaseId,
  changes: (held: Tenancy) => Tenancy,
  now: Instant,
): Occupation {
  const tenancies = occupation.tenancies.map((held) => (held.leaseId === leaseId ? changes(held) : held))
  return change(occupation, { tenancies }, now)
}

/** The same, by agreement: days that are added must be free. @throws as `occupy` */
function agree(
  occupation: Occupation,
  leaseId: LeaseId,
  changes: (held: Tenancy) => Tenancy,
  now: Instant,
): Occupation {
  const held = occupation.tenancies.find((each) => each.leaseId === leaseId)
  const [last, then] = held ? [lastDayOf(held), lastDayOf(changes(held))] : ['', '']
  if (held && then > last) expectFree(occupation, held.unit, addDays(last, 1), then, leaseId)
  return alter(occupation, leaseId, changes, now)
}

/** 续租、变更租期: the same space for longer or shorter. @throws as `occupy` */
export const prolong = (occupation: Occupation, leaseId: LeaseId, endOn: Day, now: Instant): Occupation =>
  agree(occupation, leaseId, ({ leavesOn: _leaves, heldOver: _over, ...rest }) => ({ ...rest, endOn }), now)

/** Who has the space under another name: it was written off the paper wrongly. */
export const rename = (occupation: Occupation, leaseId: LeaseId, lesseeName: string, now: Instant): Occupation =>
  alter(occupation, leaseId, (held) => ({ ...held, lesseeName }), now)

/** 退租中: the space is free behind `leavesOn`; undefined takes the notice back. @throws as `occupy` */
export const giveNotice = (
  occupation: Occupation,
  leaseId: LeaseId,
  leavesOn: Day | undefined,
  now: Instant,
): Occupation =>
  agree(
    occupation,
    leaseId,
    ({ leavesOn: _before, ...rest }) => ({ ...rest, ...(leavesOn !== undefined && { leavesOn }) }),
    now,
  )

/** 续住未续签: nobody else gets the space while somebody still lives there (N-30), unless it was given away before. */
export function holdOver(occupation: Occupation, leaseId: LeaseId, now: Instant): Occupation {
  const held = occupation.tenancies.find((each) => each.leaseId === leaseId)
  const given = occupation.tenancies.some(
    (other) =>
      held && other.leaseId !== leaseId && unitsOverlap(other.unit, held.unit) && lastDayOf(other) > lastDayOf(held),
  )
  return given ? occupation : alter(occupation, leaseId, (tenancy) => ({ ...tenancy, heldOver: true }), now)
}

/** 交还: from the day behind `leftOn` the space is free; who leaves later than somebody else may enter has no more than that. */
export function handBack(occupation: Occupation, leaseId: LeaseId, leftOn: Day, now: Instant): Occupation {
  const held = occupation.tenancies.find((each) => each.leaseId === leaseId)
  const last = held && lastDayOf(held) < leftOn ? lastDayOf(held) : leftOn
  return alter(occupation, leaseId, ({ heldOver: _over, ...rest }) => ({ ...rest, leftOn: last }), now)
}

/** 挂牌: one advert a unit, none for space that is let today and of which nobody gave notice. */
export function advertise(
  occupation: Occupation,
  listing: Occupation['listings'][number],
  today: Day,
  now: Instant,
): Occupation {
  const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, listing.unit)
  if (occupation.tenancies.some((tenancy) => shares(tenancy) && isHeldOn(tenancy, today) && !tenancy.leavesOn))
    throw new DomainError('listing.unit_let')
  if (occupation.listings.some(shares)) throw new DomainError('listing.unit_listed')
  return change(occupation, { listings: [...occupation.listings, listing] }, now)
}

/** 撤牌. */
export const unadvertise = (occupation: Occupation, listingId: ListingId, now: Instant): Occupation =>
  change(occupation, { listings: occupation.listings.filter((listing) => listing.listingId !== listingId) }, now)

/** 开始装修: on days on which nobody has the space. @throws works.days, works.unit_let, works.overlap */
export function startWorks(occupation: Occupation, works: Works, now: Instant): Occupation {
  const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, works.unit)
  if (works.to < works.from) throw new DomainError('works.days')
  if (
    occupation.tenancies.some((other) => shares(other) && meet(other.startOn, lastDayOf(other), works.from, works.to))
  )
    throw new DomainError('works.unit_let')
  const others = occupation.works ?? []
  if (others.some((other) => shares(other) && meet(other.from, other.to, works.from, works.to)))
    throw new DomainError('works.overlap')
  return change(occupation, { works: [...others, works] }, now)
}

/** 装修结束, on its last day: earlier than planned; before it began it is as if never planned. @throws works.not_found, works.days */
export function endWorks(occupation: Occupation, worksId: WorksId, lastOn: Day, now: Instant): Occupation {
  const all = occupation.works ?? []
  const works = all.find((each) => each.id === worksId)
  if (!works) throw new DomainError('works.not_found')
  if (lastOn > works.to) throw new DomainError('works.days')
  const left = all.filter((each) => each.id !== worksId)
  return change(occupation, { works: lastOn < works.from ? left : [...left, { ...works, to: lastOn }] }, now)
}

/** Units that some lease, advert or fitting-out stands on from `today`. */
export const unitsInUse = (occupation: Occupation, today: Day): Unit[] => [
  ...occupation.tenancies.filter((tenancy) => lastDayOf(tenancy) >= today).map((tenancy) => tenancy.unit),
  ...occupation.listings.map((listing) => listing.unit),
  ...(occupation.works ?? []).filter((works) => works.to >= today).map((works) => works.unit),
]

/** 主租约 recorded, changed or ended, with what its owner agreed to: replaces what was known of that head lease. */
export const holdUnder = (
  occupation: Occupation,
  headLease: HeldUnder,
  agreements: Agreement[],
  now: Instant,
): Occupation => {
  const ids = new Set(agreements.map(({ id }) => id))
  return change(
    occupation,
    {
      headLeases: [...(occupation.headLeases ?? []).filter(({ id }) => id !== headLease.id), headLease],
      agreements: [
        ...(occupation.agreements ?? []).filter(({ id, under }) => !ids.has(id) && under !== headLease.id),
        ...agreements,
      ],
    },
    now,
  )
}
