import { DomainError } from '@anju/shared/errors'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { decline } from '@anju/shared/lease/rental-request'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { requestRecord } from './lease.store'

/** 婉拒租房申请, by the holder of the home. */
export const declineRequest: UseCase<typeof leaseRoutes.declineRequest> = async (
  { version },
  { actor, now, subject: request, store, cause },
) => {
  if (request.holderId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(request, version)
  const after = decline(request, now)
  await store.commit(save(requestRecord, request, after, cause('request.declined')))
  return after
}
