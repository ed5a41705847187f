import { declineHandover as decline } from '@anju/shared/lease/handover'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessee, saveLease } from './change'

/** 不认可交割单, by the lessee: the lessor writes it anew. */
export const declineHandover: UseCase<typeof tenancyRoutes.declineHandover> = async ({ version }, context) => {
  const { actor, now, subject: lease } = context
  asLessee(lease, actor)
  expectVersion(lease, version)
  return saveLease(context, lease, decline(lease, now), 'lease.handover_declined')
}
