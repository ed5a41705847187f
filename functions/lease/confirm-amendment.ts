import { prolong } from '@anju/shared/dwelling/occupation'
import { confirmAmendment as confirm } from '@anju/shared/lease/amendment'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { handOf, lessorAt, saveLease } from './change'
import { pastTextRow } from './lease.store'
import { changeSpace } from './tenancy-space'

/** 确认变更租约, by the other party: the space follows the term, the old text is put beside the lease. */
export const confirmAmendment: UseCase<typeof tenancyRoutes.confirmAmendment> = async ({ version }, context) => {
  const { actor, now, subject: lease } = context
  expectVersion(lease, version)
  const lessor = await lessorAt(lease, context)
  const { after, past } = confirm(lease, { ...handOf(actor), lessor }, now)
  const moved = after.endOn !== lease.endOn || lease.ending !== undefined
  const space = moved ? await changeSpace(context, lease, (before) => prolong(before, lease.id, after.endOn, now)) : []
  return saveLease(context, lease, after, 'lease.amended', [
    ...space,
    { table: 'state', put: pastTextRow(lease, past), when: 'absent' },
  ])
}
