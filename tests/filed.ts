import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { advertisedHome, declarations, occupantsOf, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, ZHANGJIANG } from './town'

/** A filing of a signed lease that the clerk has approved, at version 3. */
export async function approvedFiling(
  { holder, tenant, clerk }: { holder: Citizen; tenant: Citizen; clerk: Citizen },
  [startOn, endOn]: [string, string] = ['2026-12-01', '2027-11-30'],
) {
  const { leaseId, dwellingId } = await offeredLease(holder, tenant, await advertisedHome(holder), startOn, endOn)
  await signedByBoth(holder, tenant, leaseId)
  const filingId: FilingId = newId('fil', ZHANGJIANG)
  const occupants = occupantsOf(tenant)
  const submit = { commandId: commandId(), leaseId, filingId, occupants, declarations }
  void (await tenant.call(filingRoutes.submitFiling, submit)).value
  void (await clerk.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })).value
  void (await clerk.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 2 })).value
  return { filingId, leaseId, dwellingId }
}
