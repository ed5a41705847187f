import { occupy } from '@anju/shared/dwelling/occupation'
import { offerDraft } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { readOccupation } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessor, lessorAt, saveLease } from './change'

/** 把草稿发给租客: now the law on terms blocks, and space that is taken is told. */
export const offerLease: UseCase<typeof leaseRoutes.offerLease> = async ({ version }, context) => {
  const { actor, now, subject: lease, store } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  const after = offerDraft(lease, await lessorAt(lease, context), now)
  const { id: leaseId, unit, startOn, endOn } = lease
  const occupation = await readOccupation(store, lease.dwellingId, lease.lessorId, now)
  occupy(occupation, { leaseId, unit, startOn, endOn }, now)
  return saveLease(context, lease, after, 'lease.offered')
}
