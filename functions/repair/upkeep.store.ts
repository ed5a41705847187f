import { dayAt, type Instant } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import type { UpkeepId } from '@anju/shared/id'
import { CheckKind, dueBy, goodUntil, homeOf, noUpkeep, safetyHit, type Upkeep } from '@anju/shared/repair/upkeep'
import type { UpkeepView } from '@anju/shared/repair/upkeep.routes'
import { dwellingRecord } from '../dwelling/dwelling.store'
import { findMany, partitionOf, type RecordKind } from '../store/record'
import type { Store } from '../store/store'

/*
 * state
 *   <town>#upk_…     upkeep                      what a home was checked for last
 *   <town>#upk_…     check#<on>#chk_…            every check of it
 *   <district>#due   <day>#upkeep#upk_…          when to look at it again; one row a home, moved on for good
 */
export const checksOf = (id: UpkeepId) => ({ pk: partitionOf(id), prefix: 'check#' })

export const upkeepRecord: RecordKind<Upkeep> = { sk: 'upkeep', notFound: 'upkeep.not_found', links: () => [] }

/** The upkeep of a home; of one that nothing was written down for, an empty one. @throws upkeep.not_found */
export async function readUpkeepOf(store: Store, id: UpkeepId, now: Instant): Promise<Upkeep> {
  const [upkeep, dwelling] = (await findMany(store, [
    [upkeepRecord, id],
    [dwellingRecord, homeOf(id)],
  ])) as [Upkeep | undefined, Dwelling | undefined]
  if (upkeep) return upkeep
  if (!dwelling) throw new DomainError('upkeep.not_found')
  const { holderId, addressText } = dwelling
  return noUpkeep({ dwellingId: dwelling.id, holderId, addressText }, now)
}

export function viewUpkeep(upkeep: Upkeep, now: Instant): UpkeepView {
  const today = dayAt(now)
  const due = dueBy(upkeep, today)
  const warning = safetyHit(upkeep, today)
  return {
    ...upkeep,
    tasks: CheckKind.options.map((kind) => {
      const last = upkeep.latest[kind]
      const until = goodUntil(upkeep, kind)
      return {
        kind,
        ...(last && { lastOn: last.on, passed: last.passed }),
        ...(until && { until }),
        due: due.includes(kind),
      }
    }),
    ...(warning && { warning }),
  }
}
