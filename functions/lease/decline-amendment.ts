import { declineAmendment as decline } from '@anju/shared/lease/amendment'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveLease } from './change'

/** 不同意变更, or takes back one's own. */
export const declineAmendment: UseCase<typeof tenancyRoutes.declineAmendment> = async ({ version }, context) => {
  const { now, subject: lease } = context
  expectVersion(lease, version)
  return saveLease(context, lease, decline(lease, now), 'lease.amendment_declined')
}
