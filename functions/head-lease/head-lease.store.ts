import type { Cause } from '@anju/shared/aggregate'
import type { Day, Instant } from '@anju/shared/day'
import { board } from '@anju/shared/dwelling/board'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { holdUnder, type Occupation } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import {
  agreementsOf,
  type HeadLease,
  heldUnder,
  lastDayOf,
  nextOf,
  paidFenOf,
  paidPlan,
} from '@anju/shared/head-lease/head-lease'
import type { HeadLeaseCard, HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { homeShares } from '@anju/shared/head-lease/share'
import { straightLineFen } from '@anju/shared/head-lease/terms'
import type { DwellingId, PictureId } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import { dueRow } from '../due/due'
import {
  dwellingRecord,
  emptyOccupation,
  occupationRecord,
  readOccupation,
  saveOccupation,
} from '../dwelling/dwelling.store'
import { personRecord } from '../person/person.store'
import { pictureRecord } from '../picture/picture.store'
import { findMany, partitionOf, type RecordKind, read, save } from '../store/record'
import type { Change, Row, Store } from '../store/store'

/*
 * state
 *   <town>#hle_…     head-lease                          a lease from an owner
 *   <town>#dwl_…     head-lease#<startOn>#hle_…          the head leases of a home
 *   <holder>         head-lease#<createdAt>#hle_…        what I hold
 *   <owner>          owned#<createdAt>#hle_…             what I own
 *   own_<hmac>       head-lease                          code of an invitation → head lease
 *   <district>#due   <day>#head_rent|head_remind|head_cost#hle_…   what falls due next
 */
export const headLeasesOf = (holderId: string) => ({ pk: holderId, prefix: 'head-lease#' })
export const headLeasesOfHome = (id: DwellingId) => ({ pk: partitionOf(id), prefix: 'head-lease#' })
export const ownedBy = (ownerId: string) => ({ pk: ownerId, prefix: 'owned#' })
export const invitationKey = (index: string) => ({ pk: `own_${index}`, sk: 'head-lease' })

const dues = (headLease: HeadLease) => {
  const { due, remind, accrual } = nextOf(headLease)
  return [
    ...(remind ? [dueRow(headLease.id, 'head_remind', remind.remindOn, { queue: headLease.holderId })] : []),
    ...(due ? [dueRow(headLease.id, 'head_rent', due.dueOn, { queue: headLease.holderId })] : []),
    ...(accrual ? [dueRow(headLease.id, 'head_cost', accrual.on, { queue: headLease.holderId })] : []),
  ]
}

export const headLeaseRecord: RecordKind<HeadLease> = {
  sk: 'head-lease',
  notFound: 'head_lease.not_found',
  links: (headLease) => {
    const { id, createdAt, holderId, ownerId, dwellingIds, startOn, invitation } = headLease
    return [
      ...dues(headLease),
      { pk: holderId, sk: `head-lease#${createdAt}#${id}`, id },
      ...(ownerId ? [{ pk: ownerId, sk: `owned#${createdAt}#${id}`, id }] : []),
      ...dwellingIds.map((home) => ({ pk: partitionOf(home), sk: `head-lease#${startOn}#${id}`, id })),
      ...(invitation ? [{ ...invitationKey(invitation.index), id, until: invitation.until }] : []),
    ]
  },
}

/** A head lease saved, with what its homes have to know of it, in one transaction. */
export async function saveHeadLease(
  store: Store,
  before: HeadLease | undefined,
  after: HeadLease,
  cause: Cause,
): Promise<Change[]> {
  const { now } = cause
  const told = (headLease: HeadLease | undefined) =>
    headLease && JSON.stringify([heldUnder(headLease), headLease.dwellingIds.map((id) => agreementsOf(headLease, id))])
  const homes = told(before) === told(after) ? [] : after.dwellingIds
  const occupations = await Promise.all(homes.map((id) => readOccupation(store, id, after.holderId, now)))
  return [
    ...save(headLeaseRecord, before, after, cause),
    ...occupations.flatMap((occupation) =>
      saveOccupation(
        occupation,
        holdUnder(occupation, heldUnder(after), agreementsOf(after, occupation.dwellingId), now),
      ),
    ),
  ]
}

const RECENT = 5
/**
 * The head lease that money given to or by the owner of a home is about: the one that runs on the day, or the only one,
 * since rent is also paid ahead and late. None where more than one may be meant.
 */
export async function headLeaseOn(store: Store, home: DwellingId, on: Day): Promise<HeadLease | undefined> {
  const range = { ...headLeasesOfHome(home), descending: true, limit: RECENT }
  const lines = await store.query<Row & Pick<HeadLease, 'id'>>('state', range)
  const found = (await findMany(
    store,
    lines.map(({ id }) => [headLeaseRecord, id]),
  )) as (HeadLease | undefined)[]
  const all = found.filter((headLease) => headLease !== undefined)
  const running = all.filter((headLease) => headLease.startOn <= on && on <= lastDayOf(headLease))
  const meant = running.length > 0 ? running : all
  return meant.length === 1 ? meant[0] : undefined
}

/** @throws picture.not_found where it is not a picture of the owner's consent to one of the homes */
export async function expectConsent(
  store: Store,
  pictureId: PictureId | undefined,
  homes: DwellingId[],
): Promise<void> {
  if (pictureId === undefined) return
  const picture = await read(store, pictureRecord, pictureId)
  if (picture.removedAt || picture.purpose !== 'consent' || !homes.includes(picture.aboutId as DwellingId))
    throw new DomainError('picture.not_found')
}

/** 主租约 as both sides see it: numbers masked, homes without their tenants. */
export async function viewOf(store: Store, headLease: HeadLease, now: Instant, today: Day): Promise<HeadLeaseView> {
  const [holder, ...rows] = (await findMany(store, [
    [personRecord, headLease.holderId],
    ...headLease.dwellingIds.flatMap((id): Parameters<typeof findMany>[1] => [
      [dwellingRecord, id],
      [occupationRecord, id],
    ]),
  ])) as [Person | undefined, ...unknown[]]
  const { ownerPhone, ownerAccount, ...rest } = headLease
  const dwellings = (rows as (Dwelling | Occupation | undefined)[]).filter((_row, index) => index % 2 === 0)
  const monthlyCostFen = straightLineFen(headLease)
  const costs = homeShares(
    monthlyCostFen,
    headLease.dwellingIds,
    headLease.homeRents,
    dwellings.filter((each) => each !== undefined) as Dwelling[],
  )
  return {
    ...rest,
    holderName: holder?.realName ?? '',
    ...(ownerPhone && { ownerPhoneMasked: ownerPhone.masked }),
    ...(ownerAccount && { ownerAccountMasked: ownerAccount.masked }),
    monthlyCostFen,
    depositOutFen: paidFenOf(headLease, 'deposit') - paidFenOf(headLease, 'deposit_back'),
    plan: paidPlan(headLease),
    homes: headLease.dwellingIds.flatMap((dwellingId, index) => {
      const dwelling = rows[index * 2] as Dwelling | undefined
      const occupation =
        (rows[index * 2 + 1] as Occupation | undefined) ?? emptyOccupation(dwellingId, rest.holderId, now)
      if (!dwelling) return []
      const { communityName, addressText } = dwelling
      const units = board(dwelling, occupation, today)
      return [{ dwellingId, communityName, addressText, monthlyCostFen: costs[index]?.amountFen ?? 0, units }]
    }),
  }
}

/** Aggregates by their ids, each read once. */
async function byId<T>(store: Store, record: Pick<RecordKind<never>, 'sk'>, ids: string[]): Promise<Map<string, T>> {
  const once = [...new Set(ids)]
  const found = await findMany(
    store,
    once.map((id) => [record, id]),
  )
  return new Map(once.flatMap((id, index) => (found[index] ? [[id, found[index] as T] as const] : [])))
}

/** The lines of a list of head leases. */
export async function cardsOf(store: Store, lines: (Row & { id: HeadLease['id'] })[]): Promise<HeadLeaseCard[]> {
  const found = (await findMany(
    store,
    lines.map(({ id }) => [headLeaseRecord, id]),
  )) as (HeadLease | undefined)[]
  const all = found.filter((headLease) => headLease !== undefined)
  const [holders, homes] = await Promise.all([
    byId<Person>(
      store,
      personRecord,
      all.map(({ holderId }) => holderId),
    ),
    byId<Dwelling>(
      store,
      dwellingRecord,
      all.flatMap(({ dwellingIds }) => dwellingIds.slice(0, 1)),
    ),
  ])
  return all.map((headLease) => {
    const next = paidPlan(headLease).find(({ paidFen, amountFen }) => paidFen < amountFen)
    return {
      id: headLease.id,
      ownerName: headLease.ownerName,
      holderName: holders.get(headLease.holderId)?.realName ?? '',
      addressText: homes.get(headLease.dwellingIds[0] as string)?.addressText ?? '',
      homeCount: headLease.dwellingIds.length,
      startOn: headLease.startOn,
      endOn: headLease.endedOn ?? headLease.endOn,
      rentFen: headLease.rentFen,
      ...(next && { nextDueOn: next.dueOn, nextDueFen: next.amountFen - next.paidFen }),
      waiting: headLease.approvals.filter(({ status }) => status === 'asked').length,
    }
  })
}
