import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { advertisedHome, letHome, offeredLease } from '../let-home'
import { type Citizen, commandId, newId, type Town, ZHANGJIANG } from '../town'

/** The people of a story, and things of theirs in the state that a route starts from. */
export interface Stage {
  town: Town
  holder: Citizen
  tenant: Citizen
  clerk: Citizen
  other: Citizen
}

export async function openStage(town: Town): Promise<Stage> {
  return {
    town,
    holder: await town.join({ hats: [{ role: 'sublandlord' }] }),
    tenant: await town.join(),
    clerk: await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] }),
    other: await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] }),
  }
}

type Two = Pick<Stage, 'holder' | 'tenant'>

export const openRequest = async ({ holder, tenant }: Two) => {
  const home = await advertisedHome(holder)
  const requestId = newId('ask', ZHANGJIANG)
  const asked = { commandId: commandId(), listingId: home.listingId, requestId, moveInOn: '2026-12-01' }
  const answer = await tenant.call(leaseRoutes.requestRental, { ...asked, months: 12, persons: 1 })
  return { ...home, requestId: answer.value.id }
}

export const drafted = async (stage: Two) => {
  const { requestId } = await openRequest(stage)
  const answer = await stage.holder.call(leaseRoutes.drawUpLease, {
    commandId: commandId(),
    requestId,
    leaseId: newId('lea', ZHANGJIANG),
    draft: true,
    startOn: '2026-12-01',
    endOn: '2027-11-30',
    rentFen: 320_000,
    payCycle: { depositMonths: 1, rentMonths: 3 },
    deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
  })
  return answer.value
}

export const offered = async ({ holder, tenant }: Stage) => offeredLease(holder, tenant, await advertisedHome(holder))

export const signedOnce = async (stage: Stage) => {
  const ids = await offered(stage)
  const answer = await stage.holder.call(leaseRoutes.signLease, {
    commandId: commandId(),
    leaseId: ids.leaseId,
    version: 1,
  })
  return { ...ids, version: answer.value.version }
}

export const signedTwice = async (stage: Stage) => {
  const { leaseId, version } = await signedOnce(stage)
  return (await stage.tenant.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version })).value
}

export const submitted = ({ town, holder, tenant }: Stage) => letHome(town, holder, tenant)

export const inReview = async (stage: Stage) => {
  const ids = await submitted(stage)
  const { filingId } = ids as { filingId: FilingId }
  const answer = await stage.clerk.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
  return { ...ids, filingId: answer.value.id }
}

export const returned = async (stage: Stage) => {
  const { filingId } = await inReview(stage)
  const reasons = [{ code: 'ID' as const }]
  const asked = { commandId: commandId(), filingId, version: 2, reasons }
  return (await stage.clerk.call(filingRoutes.returnFiling, asked)).value
}
