import { DomainError } from '@anju/shared/errors'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { withdraw } from '@anju/shared/lease/rental-request'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { requestRecord } from './lease.store'

/** 撤回租房申请, by the applicant. */
export const withdrawRequest: UseCase<typeof leaseRoutes.withdrawRequest> = async (
  { version },
  { actor, now, subject: request, store, cause },
) => {
  if (request.applicantId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(request, version)
  const after = withdraw(request, now)
  await store.commit(save(requestRecord, request, after, cause('request.withdrawn')))
  return after
}
