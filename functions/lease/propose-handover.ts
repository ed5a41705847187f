import { dayAt } from '@anju/shared/day'
import { proposeHandover as propose } from '@anju/shared/lease/handover'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessor, saveLease } from './change'

/** 填写交割单, by the lessor: at entry and at exit. */
export const proposeHandover: UseCase<typeof tenancyRoutes.proposeHandover> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...facts } = input
  const { actor, now, subject: lease } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  const after = propose(lease, facts, actor.userId, dayAt(now), now)
  return saveLease(context, lease, after, 'lease.handover_proposed')
}
