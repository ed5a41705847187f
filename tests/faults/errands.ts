import { routes } from '@anju/shared/contract/routes'
import { declarations } from '../let-home'
import { newId, ZHANGJIANG } from '../town'
import type { Stubborn } from './stubborn'

const command = () => ({ commandId: newId('cmd') })
const payCycle = { depositMonths: 1, rentMonths: 3 as const }
const terms = {
  startOn: '2026-12-01',
  endOn: '2027-11-30',
  rentFen: 320_000,
  payCycle,
  deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
}
let homes = 0

/** A home registered, divided anew, advertised. */
async function openHome(holder: Stubborn) {
  const [dwellingId, listingId] = [newId('dwl', ZHANGJIANG), newId('lst', ZHANGJIANG)]
  const facts = {
    address: { townCode: ZHANGJIANG, road: '祖冲之路', lane: '2弄', number: `${++homes}号`, room: '301室' },
    communityName: '听潮苑',
    certificateBedrooms: 2,
    rooms: ['A', 'B'].map((roomNo) => ({ roomNo, originalUse: 'bedroom' as const, usableAreaSquareMetres: 14.2 })),
  }
  await holder.call('registerDwelling', routes.registerDwelling, { ...command(), dwellingId, ...facts })
  const mended = { ...facts, communityName: '听潮新苑' }
  await holder.call('reviseDwelling', routes.reviseDwelling, { ...command(), dwellingId, version: 1, ...mended })
  const advert = { unit: { kind: 'room' as const, roomNo: 'A' }, title: '朝南主卧', rentFen: 320_000, payCycle }
  await holder.call('publishListing', routes.publishListing, { ...command(), dwellingId, listingId, ...advert })
  return { dwellingId, listingId }
}

/** The whole story of a lease, up to its filing, which comes back once. */
async function letHome(holder: Stubborn, tenant: Stubborn) {
  const { listingId } = await openHome(holder)
  const [requestId, leaseId, filingId] = [newId('ask', ZHANGJIANG), newId('lea', ZHANGJIANG), newId('fil', ZHANGJIANG)]
  const asked = { listingId, requestId, moveInOn: '2026-12-01', months: 12, persons: 1 }
  await tenant.call('requestRental', routes.requestRental, { ...command(), ...asked })
  await holder.call('drawUpLease', routes.drawUpLease, { ...command(), requestId, leaseId, ...terms })
  await holder.call('signLease', routes.signLease, { ...command(), leaseId, version: 1 })
  await tenant.call('signLease', routes.signLease, { ...command(), leaseId, version: 2 })
  const { name, identityNumber } = tenant
  const self = { relation: 'self' as const, supportRelation: false, identityKind: 'citizen' as const }
  const occupants = [{ name, identityNumber, ...self }]
  await tenant.call('submitFiling', routes.submitFiling, { ...command(), leaseId, filingId, occupants, declarations })
  await tenant.call('withdrawFiling', routes.withdrawFiling, { ...command(), filingId, version: 1 })
  return leaseId
}

/** Errands that repeat for ever, each by people of its own; every step is one command. */
export const ERRANDS: Record<string, (holder: Stubborn, tenant: Stubborn) => AsyncGenerator<void>> = {
  async *letting(holder, tenant) {
    for (;;) yield void (await letHome(holder, tenant))
  },
  async *advertising(holder) {
    for (;;) {
      const { listingId } = await openHome(holder)
      yield
      await holder.call('withdrawListing', routes.withdrawListing, { ...command(), listingId, version: 1 })
      yield
    }
  },
  async *hats(_holder, tenant) {
    for (let { version } = tenant.me; ; ) {
      const on = { ...command(), version, role: 'landlord' as const }
      const off = { ...command(), version: version + 1, role: 'landlord' as const }
      await tenant.call('putOnHat', routes.putOnHat, on)
      yield
      version = (await tenant.call('takeOffHat', routes.takeOffHat, off)).version
      yield
    }
  },
  async *booking(holder, tenant) {
    const leaseId = await letHome(holder, tenant)
    for (;;) {
      const entryId = newId('ent')
      const money = {
        event: 'other_income' as const,
        amountFen: 1_000 + homes,
        on: '2026-11-01',
        method: 'bank' as const,
      }
      await holder.call('recordEntry', routes.recordEntry, { ...command(), leaseId, entryId, ...money })
      yield
      await holder.call('reverseEntry', routes.reverseEntry, { ...command(), entryId, reversalId: newId('ent') })
      yield
    }
  },
}
