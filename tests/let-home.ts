import { billsOfLease } from '@anju/functions/bill/bill.store'
import { issueFirstBill } from '@anju/functions/bill/issue-bills'
import { differenceRecord } from '@anju/functions/payment/payment.store'
import { save } from '@anju/functions/store/record'
import type { Row } from '@anju/functions/store/store'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { businessIdOf } from '@anju/shared/business/business'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import { dayAt } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { BillId, DifferenceId, DwellingId, LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Difference } from '@anju/shared/payment/reconcile'
import type * as z from 'zod'
import { DEMO_SHOP } from '../tools/sandbox/pay-orders'
import { askedAbout } from './complained'
import { heldFrom } from './held-from'
import { checkedHome, reported } from './repair/reported'
import { recordedNumber } from './rule-things'
import { type Citizen, commandId, newId, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

export const declarations = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const
let homes = 0
type MeterInput = z.input<typeof meterRoutes.registerMeter.input>

/** A home with two bedrooms, one of them advertised. */
export async function advertisedHome(holder: Citizen, firstRoom: 'bedroom' | 'living_room' = 'bedroom') {
  const [dwellingId, listingId] = [newId('dwl', ZHANGJIANG), newId('lst', ZHANGJIANG)]
  const dwelling = await holder.call(dwellingRoutes.registerDwelling, {
    commandId: commandId(),
    dwellingId,
    address: { townCode: ZHANGJIANG, road: '藿香路', lane: '123弄', number: `${++homes}号`, room: '602室' },
    communityName: '听潮苑',
    certificateBedrooms: 2,
    rooms: ['A', 'B'].map((roomNo) => ({
      roomNo,
      originalUse: roomNo === 'A' ? firstRoom : ('bedroom' as const),
      usableAreaSquareMetres: 14.2,
    })),
  })
  void dwelling.value
  const listing = await holder.call(listingRoutes.publishListing, {
    commandId: commandId(),
    dwellingId,
    listingId,
    unit: { kind: 'room', roomNo: 'A' },
    title: '朝南主卧',
    rentFen: 320_000,
    payCycle: { depositMonths: 1, rentMonths: 3 },
  })
  void listing.value
  return { dwellingId, listingId }
}

/** An offered lease for the advertised room. */
export async function offeredLease(
  holder: Citizen,
  tenant: Citizen,
  { dwellingId, listingId }: Awaited<ReturnType<typeof advertisedHome>>,
  startOn = '2026-12-01',
  endOn = '2027-11-30',
) {
  const [requestId, leaseId] = [newId('ask', ZHANGJIANG), newId('lea', ZHANGJIANG)]
  await tenant
    .call(leaseRoutes.requestRental, {
      commandId: commandId(),
      listingId,
      requestId,
      moveInOn: startOn,
      months: 12,
      persons: 1,
    })
    .then((answer) => answer.value)
  await holder
    .call(leaseRoutes.drawUpLease, {
      commandId: commandId(),
      requestId,
      leaseId,
      startOn,
      endOn,
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 },
      deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
    })
    .then((answer) => answer.value)
  return { dwellingId, listingId, requestId, leaseId }
}

/** An offered lease becomes a lease. */
export async function signedByBoth(holder: Citizen, tenant: Citizen, leaseId: LeaseId) {
  for (const [who, version] of [
    [holder, 1],
    [tenant, 2],
  ] as const)
    void (await who.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version })).value
}

/** What the stream does once both have signed: the first bill, deposit and rent. */
export async function firstBill(town: Town, leaseId: LeaseId): Promise<BillId> {
  const { store } = town.world
  const now = town.world.now()
  const cause = (kind: string) => ({ kind, by: 'system' as const, now })
  await issueFirstBill(store, leaseId, { now, today: dayAt(now), cause })
  const [bill] = await store.query<Row & { id: BillId }>('state', { ...billsOfLease(leaseId), limit: 1 })
  if (!bill) throw new Error(`no bill for ${leaseId}`)
  return bill.id
}

/** The water meter of a whole home, put up long ago. */
export async function meteredHome(holder: Citizen, dwellingId: DwellingId, facts: Partial<MeterInput> = {}) {
  const meterId = newId('mtr', ZHANGJIANG)
  const meter = await holder.call(meterRoutes.registerMeter, {
    commandId: commandId(),
    dwellingId,
    meterId,
    kind: 'water',
    place: { kind: 'whole' },
    device: { serialNo: '88001', digits: 5, decimals: 1 },
    first: { totalMilli: 0 },
    installedOn: '2025-12-31',
    ...facts,
  })
  void meter.value
  return meterId
}

export const SHOP = DEMO_SHOP
/** The holder takes payments by WeChat into a merchant account of their own. */
export async function openShop(town: Town, holder: Citizen, subMchId = SHOP) {
  town.wechatPay.bind(subMchId)
  void (await holder.call(paymentRoutes.setMerchant, { version: 0, subMchId })).value
}
/** The tenant begins to pay a bill; nothing is paid yet. */
export const startedPayment = async (town: Town, tenant: Citizen, billId: BillId, amountFen: number) =>
  (
    await tenant.call(paymentRoutes.startPayment, {
      commandId: commandId(),
      billId,
      orderId: newId('pay', ZHANGJIANG),
      amountFen,
      code: town.wechat.loginCode(tenant.openid),
    })
  ).value

/** A difference between a trade bill and our orders, as the morning finds one. */
export async function foundDifference({ world }: Pick<Town, 'world'>, holderId: Citizen['id']): Promise<DifferenceId> {
  const now = world.now()
  const difference: Difference = {
    id: newId('dif', ZHANGJIANG),
    version: 1,
    createdAt: now,
    revisedAt: now,
    holderId,
    subMchId: SHOP,
    day: '2026-11-20',
    kind: 'missing_here',
    number: 'UNKNOWN1',
    thereFen: 100,
    hereFen: 0,
    status: 'open',
    note: '',
  }
  await world.store.commit(
    save(differenceRecord, undefined, difference, { kind: 'difference.found', by: 'system', now }),
  )
  return difference.id
}

/** A home let to the tenant, filed and booked: one object of every kind. */
export async function letHome(town: Town, holder: Citizen, tenant: Citizen) {
  const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
  await signedByBoth(holder, tenant, ids.leaseId)
  const [filingId, entryId, paymentId] = [newId('fil', ZHANGJIANG), newId('ent'), newId('ent')]
  await tenant
    .call(filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId: ids.leaseId,
      filingId,
      occupants: occupantsOf(tenant),
      declarations,
    })
    .then((answer) => answer.value)
  const billId = await firstBill(town, ids.leaseId)
  await holder
    .call(billRoutes.recordPayment, {
      commandId: commandId(),
      billId,
      paymentId,
      amountFen: 320_000,
      receivedOn: '2026-11-01',
      method: 'bank',
    })
    .then((answer) => answer.value)
  await holder
    .call(ledgerRoutes.recordEntry, {
      commandId: commandId(),
      entryId,
      event: 'other_income',
      leaseId: ids.leaseId,
      amountFen: 1_000,
      on: '2026-11-01',
      method: 'cash',
    })
    .then((answer) => answer.value)
  const invitationId = newId('inv')
  await holder
    .call(staffRoutes.inviteStaff, { commandId: commandId(), invitationId, role: 'keeper' })
    .then((answer) => answer.value)
  const meterId = await meteredHome(holder, ids.dwellingId)
  const readingId = newId('rdg')
  await holder
    .call(meterRoutes.recordReading, {
      commandId: commandId(),
      meterId,
      readingId,
      on: '2026-11-01',
      totalMilli: 90_000,
    })
    .then((answer) => answer.value)
  const { id: repairId } = await reported(tenant, ids.leaseId)
  const upkeepId = await checkedHome(holder, ids.dwellingId)
  const headLeaseId = await heldFrom(holder, ids.dwellingId)
  const { id: pictureId } = await addPicture(holder, ids.dwellingId, 'home', { roomNo: 'A' })
  await openShop(town, holder)
  const { id: orderId } = await startedPayment(town, tenant, billId, 1_000)
  const differenceId = await foundDifference(town, holder.id)
  const parameterId = await recordedNumber(town, holder.id)
  const complaint = await askedAbout(town, tenant, { leaseId: ids.leaseId })
  return {
    ...ids,
    ...complaint,
    filingId,
    billId,
    paymentId,
    orderId,
    differenceId,
    parameterId,
    entryId,
    invitationId,
    meterId,
    readingId,
    repairId,
    upkeepId,
    headLeaseId,
    pictureId,
    aboutId: ids.dwellingId,
    businessId: businessIdOf(holder.id),
  }
}

export const occupantsOf = (tenant: Citizen) => [
  {
    name: tenant.name,
    identityKind: 'citizen' as const,
    identityNumber: tenant.identityNumber,
    relation: 'self' as const,
    supportRelation: false,
  },
]
