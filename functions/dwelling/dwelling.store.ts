import { createHash } from 'node:crypto'
import { addDays, type Day, dayAt, type Instant } from '@anju/shared/day'
import { buildingOf } from '@anju/shared/dwelling/board'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import { yearsOf } from '@anju/shared/dwelling/past'
import { DomainError } from '@anju/shared/errors'
import { checkHome } from '@anju/shared/filing/occupancy'
import { type DwellingId, regionOf, type UserId } from '@anju/shared/id'
import { type StandardAddress, unitKeyText } from '@anju/shared/region/address'
import { repairParameter } from '@anju/shared/repair/parameters'
import { upkeepIdOf } from '@anju/shared/repair/upkeep'
import { dueRow } from '../due/due'
import { parametersOf } from '../rule/rule.store'
import { find, findMany, partitionOf, type RecordKind } from '../store/record'
import { type Change, Conflict, type Key, type Store } from '../store/store'

/*
 * state
 *   <town>#dwl_…    dwelling                        the home
 *   <town>#dwl_…    occupation                      who has which part of it, and when
 *   <holder>        dwelling#<createdAt>#dwl_…      my homes
 *   <holder>        board#<building>#<room>#dwl_…   my homes, building by building
 *   <holder>        home#<hash of the address>      one record a home and holder
 *   <holder>        past#<year>#dwl_…#<lea_ or wrk_…>   tenancies and works that the occupation let go
 *   <holder>        homes                           how many homes they keep (SH-CON-05)
 */
export const pastOf = (holderId: string, year: string) => ({ pk: holderId, prefix: `past#${year}#` })
export const dwellingsOf = (holderId: string) => ({ pk: holderId, prefix: 'dwelling#' })

export const homesKey = (holderId: string): Key => ({ pk: holderId, sk: 'homes' })

const TRIES = 8

/** Commits `changes` together with a new count of the holder's homes; homes of one holder commute, so a count that moved meanwhile is read again. */
export async function commitHomes(store: Store, holderId: UserId, added: number, changes: Change[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    const before = await store.get<{ count: number; version: number }>('state', homesKey(holderId))
    const after = { count: (before?.count ?? 0) + added, version: (before?.version ?? 0) + 1 }
    const counted: Change = {
      table: 'state',
      put: { ...homesKey(holderId), ...after },
      when: before ? { version: before.version } : 'absent',
      refusal: 'server.busy',
    }
    try {
      return await store.commit([...changes, counted])
    } catch (error) {
      if (!(error instanceof Conflict) || error.refusal !== 'server.busy' || tries === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries))
    }
  }
}
export const boardOf = (holderId: string) => ({ pk: holderId, prefix: 'board#' })
/** Numbers sort as numbers: 9室 before 10室. */
const sortable = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(6, '0')).replaceAll('#', ' ')
const boardSk = (dwelling: Dwelling) =>
  ['board', sortable(buildingOf(dwelling)), sortable(dwelling.address.room), dwelling.id].join('#')

/** Where it stands that a holder has registered this address. */
export const homeKey = (holderId: string, address: StandardAddress): Key => ({
  pk: holderId,
  sk: `home#${homeHash(address)}`,
})
/** Names a home by its address, whoever registered it (rule sheet 7.8). */
export const homeHash = (address: StandardAddress): string =>
  createHash('sha256').update(unitKeyText(address)).digest('base64url')

/** When a new home is first asked for its safety self-check (N-02); from then on the row moves on by itself. */
const firstUpkeepDay = ({ id, createdAt }: Dwelling): Day => {
  const on = dayAt(createdAt)
  return addDays(on, repairParameter('upkeep.first_reminder_days', regionOf(id), on).value)
}

export const dwellingRecord: RecordKind<Dwelling> = {
  sk: 'dwelling',
  notFound: 'dwelling.not_found',
  links: (dwelling) => [
    {
      pk: dwelling.holderId,
      sk: `dwelling#${dwelling.createdAt}#${dwelling.id}`,
      id: dwelling.id,
      communityName: dwelling.communityName,
      addressText: dwelling.addressText,
      roomCount: dwelling.rooms.length,
    },
    { pk: dwelling.holderId, sk: boardSk(dwelling), id: dwelling.id },
    { ...homeKey(dwelling.holderId, dwelling.address), dwellingId: dwelling.id, unique: 'dwelling.exists' },
    dueRow(upkeepIdOf(dwelling.id), 'upkeep', firstUpkeepDay(dwelling)),
  ],
}

export const occupationRecord: RecordKind<Occupation> = {
  sk: 'occupation',
  notFound: 'dwelling.not_found',
  links: () => [],
}

export const emptyOccupation = (dwellingId: DwellingId, holderId: UserId, now: Instant): Occupation => ({
  id: dwellingId,
  dwellingId,
  holderId,
  version: 0,
  createdAt: now,
  revisedAt: now,
  tenancies: [],
  listings: [],
})

export const readOccupation = async (
  store: Store,
  dwellingId: DwellingId,
  holderId: UserId,
  now: Instant,
): Promise<Occupation> =>
  (await find(store, occupationRecord, dwellingId)) ?? emptyOccupation(dwellingId, holderId, now)

/**
 * A home with its occupation, and what else is asked for `beside`, in one request. That is no snapshot: who takes a room
 * out of the home writes both and tells the occupation which version that made, so that a home that was read before it
 * is known. Whoever then commits on this occupation has seen the rooms that there are. @throws request.changed
 */
export async function readHome(
  store: Store,
  dwellingId: DwellingId,
  holderId: UserId,
  now: Instant,
  ...beside: Parameters<typeof findMany>[1]
): Promise<{ dwelling: Dwelling; occupation: Occupation; beside: unknown[] }> {
  const [dwelling, found, ...rest] = (await findMany(store, [
    [dwellingRecord, dwellingId],
    [occupationRecord, dwellingId],
    ...beside,
  ])) as [Dwelling | undefined, Occupation | undefined, ...unknown[]]
  if (!dwelling) throw new DomainError(dwellingRecord.notFound)
  const occupation = found ?? emptyOccupation(dwellingId, holderId, now)
  if (dwelling.version < (occupation.dwellingVersion ?? 0)) throw new DomainError('request.changed')
  return { dwelling, occupation, beside: rest }
}

/** Saved beside what caused it; the cause stands in the journal of the lease or the listing. What it forgot is kept by years. */
export const saveOccupation = ({ version }: Occupation, { forgotten = [], ...after }: Occupation): Change[] => [
  {
    table: 'state',
    put: { ...after, pk: partitionOf(after.dwellingId), sk: occupationRecord.sk },
    when: version === 0 ? 'absent' : { version },
  },
  ...forgotten.flatMap((past) =>
    yearsOf(past).map(
      (year): Change => ({
        table: 'state',
        put: {
          ...past,
          dwellingId: after.dwellingId,
          pk: after.holderId,
          sk: `past#${year}#${after.dwellingId}#${past.id}`,
        },
      }),
    ),
  ),
]

/** A home as it is answered: with what the law says of how it is registered. */
export const withWarnings = async (store: Store, dwelling: Dwelling, now: Instant) => ({
  ...dwelling,
  warnings: checkHome(dwelling, dayAt(now), await parametersOf(store, dwelling.address.townCode, now)),
})
