import { dayAt } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { LeaseTerms } from '@anju/shared/lease/terms'
import { advertisedHome, offeredLease } from './let-home'
import { type Citizen, commandId, type Town } from './town'

/** The people of a lease, and the clock by which they act. */
export interface Household {
  town: Town
  holder: Citizen
  tenant: Citizen
}
export type At = Pick<Lease, 'id' | 'version'>

export const on = ({ id, version }: At) => ({ commandId: commandId(), leaseId: id as LeaseId, version })
export const today = ({ town }: Household) => dayAt(town.world.now())
export const termsOf = (lease: Lease): LeaseTerms => LeaseTerms.parse(lease)

export const list = (handedOn: string, water = 120.5) => ({
  handedOn,
  items: [
    { name: '床', condition: 'good' as const },
    { name: '空调', condition: 'worn' as const, note: '外壳有划痕' },
  ],
  readings: [
    { meter: 'water' as const, value: water },
    { meter: 'electricity' as const, value: 3_021 },
  ],
  keyCount: 2,
})
export const nothingOwed = { paidRentFen: 0, heldDepositFen: 0, fees: [], deductions: [] }

/** Each step is one or two commands of the two, from the state before it. */
export async function signed({ holder, tenant }: Household, startOn?: string, endOn?: string): Promise<Lease> {
  const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder), startOn, endOn)
  void (await holder.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })).value
  return (await tenant.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 2 })).value
}
export const listed = async (house: Household, lease: Lease, water?: number): Promise<Lease> =>
  (await house.holder.call(tenancyRoutes.proposeHandover, { ...on(lease), ...list(today(house), water) })).value
export const handedOver = async (house: Household, lease: Lease, water?: number): Promise<Lease> =>
  (await house.tenant.call(tenancyRoutes.confirmHandover, on(await listed(house, lease, water)))).value
export const active = async (house: Household, startOn?: string, endOn?: string): Promise<Lease> =>
  handedOver(house, await signed(house, startOn, endOn))
export const leaving = async (house: Household): Promise<Lease> => {
  const facts = { ground: 'breach' as const, lastOn: today(house), reason: '房屋漏水' }
  return (await house.tenant.call(tenancyRoutes.giveNotice, { ...on(await active(house)), ...facts })).value
}
export const ended = async (house: Household): Promise<Lease> => handedOver(house, await leaving(house), 130)
export const settling = async (house: Household, facts = nothingOwed): Promise<Lease> =>
  (await house.holder.call(tenancyRoutes.proposeSettlement, { ...on(await ended(house)), ...facts })).value
export const settled = async (house: Household): Promise<Lease> => {
  const unused = { ...nothingOwed, paidRentFen: 320_000 }
  return (await house.tenant.call(tenancyRoutes.confirmSettlement, on(await settling(house, unused)))).value
}
export const amending = async (house: Household): Promise<Lease> => {
  const lease = await active(house)
  return (
    await house.holder.call(tenancyRoutes.proposeAmendment, { ...on(lease), ...termsOf(lease), remarks: '可养一只猫' })
  ).value
}
