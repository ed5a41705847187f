import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { renewal } from '@anju/shared/lease/lease'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { whileOpen } from '../person/closing'
import { asLessor, lessorAt, saveLease } from './change'

/** 续签: offers the same tenant a lease that begins the day after (N-30). The space is taken when both have signed. */
export const renewLease: UseCase<typeof tenancyRoutes.renewLease> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, renewalId, ...terms } = input
  const { actor, now, subject: lease } = context
  asLessor(lease, actor)
  if (regionOf(renewalId) !== regionOf(lease.id)) throw new DomainError('dwelling.region_mismatch')
  const offered = renewal(lease, renewalId, terms, await lessorAt(lease, context), now)
  return saveLease(context, undefined, offered, 'lease.offered', whileOpen(lease.lessorId, lease.lesseeId))
}
