import { confirmSettlement as confirm } from '@anju/shared/lease/settle'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveLease } from './change'

/** 确认退租结算, by the other party: a refund falls due as the lease says. */
export const confirmSettlement: UseCase<typeof tenancyRoutes.confirmSettlement> = async ({ version }, context) => {
  const { actor, now, subject: lease } = context
  expectVersion(lease, version)
  return saveLease(context, lease, confirm(lease, actor.holderId, now), 'lease.settled')
}
