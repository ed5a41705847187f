import type { Input } from '@anju/shared/contract/route'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { DwellingId } from '@anju/shared/id'
import { type Citizen, commandId, newId, ZHANGJIANG } from './town'

const { recordHeadLease } = headLeaseRoutes

/** A head lease of three years for a home, from an owner who allows subletting. */
export async function heldFrom(
  holder: Citizen,
  dwellingId: DwellingId,
  more: Partial<Input<typeof recordHeadLease>> = {},
) {
  const headLeaseId = newId('hle', ZHANGJIANG)
  const answer = await holder.call(recordHeadLease, {
    commandId: commandId(),
    headLeaseId,
    dwellingIds: [dwellingId],
    startOn: '2026-11-01',
    endOn: '2029-10-31',
    rentFen: 450_000,
    payCycle: { depositMonths: 1, rentMonths: 3 },
    depositFen: 450_000,
    subletAllowed: true,
    ownerName: '顾业主',
    ownerPhone: '13900001234',
    ownerAccount: '6222 0000 1111 2222',
    ...more,
  })
  void answer.value
  return headLeaseId
}
