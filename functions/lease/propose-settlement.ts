import { proposeSettlement as propose } from '@anju/shared/lease/settle'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { handOf, saveLease } from './change'

/** 提出退租结算, by either party. */
export const proposeSettlement: UseCase<typeof tenancyRoutes.proposeSettlement> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...facts } = input
  const { actor, now, subject: lease } = context
  expectVersion(lease, version)
  return saveLease(context, lease, propose(lease, facts, handOf(actor), now), 'lease.settlement_proposed')
}
