import { DomainError } from '@anju/shared/errors'
import { regionOf, type UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { lessorOf, readStanding } from '../business/business.store'
import type { Actor, Context } from '../http/use-case'
import { save } from '../store/record'
import type { Change } from '../store/store'
import { leaseRecord } from './lease.store'

/** Who acts in the name of a party: the party, and whose hand it was. */
export const handOf = ({ holderId, userId }: Actor): { by: UserId; hand: UserId } => ({ by: holderId, hand: userId })

/** @throws access.role */
export function asLessor(lease: Lease, actor: Actor): void {
  if (lease.lessorId !== actor.holderId) throw new DomainError('access.role')
}
/** @throws access.role */
export function asLessee(lease: Lease, actor: Actor): void {
  if (lease.lesseeId !== actor.holderId) throw new DomainError('access.role')
}

/** The lessor of a lease as the law on its terms asks about them today. */
export const lessorAt = async (lease: Lease, { store, now }: Pick<Context, 'store' | 'now'>) =>
  lessorOf(await readStanding(store, lease.lessorId, lease.dwellingId), lease.unit, regionOf(lease.id), now)

/** Saves a lease with what belongs to it, and answers with it. */
export async function saveLease(
  { store, cause }: Pick<Context, 'store' | 'cause'>,
  before: Lease | undefined,
  after: Lease,
  kind: string,
  also: Change[] = [],
): Promise<Lease> {
  await store.commit([...save(leaseRecord, before, after, cause(kind)), ...also])
  return after
}
