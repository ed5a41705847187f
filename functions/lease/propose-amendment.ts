import { proposeAmendment as propose } from '@anju/shared/lease/amendment'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { handOf, lessorAt, saveLease } from './change'
import { textHashOf } from './text-hash'

/** 提出变更租约, by either party. */
export const proposeAmendment: UseCase<typeof tenancyRoutes.proposeAmendment> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...terms } = input
  const { actor, now, subject: lease } = context
  expectVersion(lease, version)
  const lessor = await lessorAt(lease, context)
  const textHash = textHashOf({ ...lease, ...terms })
  const after = propose(lease, terms, { ...handOf(actor), textHash, lessor }, now)
  return saveLease(context, lease, after, 'lease.amendment_proposed')
}
