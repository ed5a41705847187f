import { DomainError } from '@anju/shared/errors'
import { decline } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { leaseRecord } from './lease.store'

/** 租客不接受租约. */
export const declineLease: UseCase<typeof leaseRoutes.declineLease> = async (
  { version },
  { actor, now, subject: lease, store, cause },
) => {
  if (lease.lesseeId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(lease, version)
  const after = decline(lease, now)
  await store.commit(save(leaseRecord, lease, after, cause('lease.declined')))
  return after
}
