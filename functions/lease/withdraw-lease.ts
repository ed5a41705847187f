import { DomainError } from '@anju/shared/errors'
import { withdraw } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { leaseRecord } from './lease.store'

/** 出租方撤回租约. */
export const withdrawLease: UseCase<typeof leaseRoutes.withdrawLease> = async (
  { version },
  { actor, now, subject: lease, store, cause },
) => {
  if (lease.lessorId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(lease, version)
  const after = withdraw(lease, now)
  await store.commit(save(leaseRecord, lease, after, cause('lease.withdrawn')))
  return after
}
