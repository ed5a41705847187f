import { routes } from '@anju/shared/contract/routes'
import { advertisedHome, firstBill } from '../let-home'
import { commandId, newId, ZHANGJIANG } from '../town'
import { atOnce, times } from './at-once'
import type { Race } from './race-paper'
import { signedTwice, submitted } from './stage'

const payCycle = { depositMonths: 1, rentMonths: 1 as const }
const bedroom = (roomNo: string) => ({ roomNo, originalUse: 'bedroom' as const, usableAreaSquareMetres: 12 })
const roomB = { kind: 'room' as const, roomNo: 'B' }
let numbers = 0
const home = () => ({
  address: { townCode: ZHANGJIANG, road: '紫薇路', lane: '1弄', number: `${++numbers}号`, room: '1室' },
  communityName: '听潮苑',
  certificateBedrooms: 2,
  rooms: [bedroom('A')],
})

/** Homes, adverts, phones and money: what only one may have, only one gets. */
export const THING_RACES: Record<string, Race> = {
  'one room is advertised four times': {
    told: /^(listing\.unit_listed|request\.changed)/,
    run: async ({ holder }) => {
      const { dwellingId } = await advertisedHome(holder)
      const advert = { dwellingId, unit: roomB, title: '次卧', rentFen: 1, payCycle }
      const made = () => ({ commandId: commandId(), listingId: newId('lst', ZHANGJIANG), ...advert })
      return atOnce(times(4, () => () => holder.call(routes.publishListing, made())))
    },
  },
  'a room is advertised while it is taken out of the home': {
    told: /^(dwelling\.unit_in_use|dwelling\.no_such_unit|request\.changed)/,
    run: async ({ holder }) => {
      const { dwellingId } = await advertisedHome(holder)
      const advert = { dwellingId, unit: roomB, title: '次卧', rentFen: 1, payCycle }
      const made = { commandId: commandId(), listingId: newId('lst', ZHANGJIANG), ...advert }
      const smaller = { commandId: commandId(), dwellingId, version: 1, ...home() }
      return atOnce([() => holder.call(routes.publishListing, made), () => holder.call(routes.reviseDwelling, smaller)])
    },
  },
  'one home is registered four times': {
    told: /^dwelling\.exists/,
    run: async ({ holder }) => {
      const facts = home()
      const made = () => ({ commandId: commandId(), dwellingId: newId('dwl', ZHANGJIANG), ...facts })
      return atOnce(times(4, () => () => holder.call(routes.registerDwelling, made())))
    },
  },
  'one tenant asks four times for one listing': {
    told: /^request\.already_open/,
    run: async ({ holder, tenant }) => {
      const { listingId } = await advertisedHome(holder)
      const asked = { listingId, moveInOn: '2026-12-01', months: 12, persons: 1 }
      const made = () => ({ commandId: commandId(), requestId: newId('ask', ZHANGJIANG), ...asked })
      return atOnce(times(4, () => () => tenant.call(routes.requestRental, made())))
    },
  },
  'two people bind one phone': {
    told: /^person\.phone_taken/,
    run: async ({ town }) => {
      const phone = `137${String(10_000_000 + ++numbers)}`
      const people = [await town.join(), await town.join()]
      const bound = (version: number) => ({ commandId: commandId(), version, code: town.wechat.phoneCode(phone) })
      return atOnce(people.map((who) => () => who.call(routes.bindPhone, bound(who.me.version))))
    },
  },
  'one entry is reversed four times': {
    told: /^ledger\.already_reversed/,
    run: async (stage) => {
      const { entryId } = await submitted(stage)
      const made = () => ({ commandId: commandId(), entryId, reversalId: newId('ent') })
      return atOnce(times(4, () => () => stage.holder.call(routes.reverseEntry, made())))
    },
  },
  'the whole bill is paid four times': {
    told: /^bill\.(?:settled|exceeds)/,
    run: async (stage) => {
      const { id: leaseId } = await signedTwice(stage)
      const money = { billId: await firstBill(stage.town, leaseId), amountFen: 1_280_000, receivedOn: '2026-11-01' }
      const made = () => ({ commandId: commandId(), paymentId: newId('ent'), ...money, method: 'cash' as const })
      return atOnce(times(4, () => () => stage.holder.call(routes.recordPayment, made())))
    },
  },
}
