import { routes } from '@anju/shared/contract/routes'
import type { Lease } from '@anju/shared/lease/lease'
import { offeredLease } from '../let-home'
import { active, leaving, list, listed, nothingOwed, on, settled, settling, termsOf, today } from '../tenancy'
import { commandId, newId, ZHANGJIANG } from '../town'
import { atOnce, times } from './at-once'
import type { Race } from './race-paper'
import type { Stage } from './stage'

/** The room of a lease advertised anew, for the time behind it. */
async function advertisedAgain({ holder }: Stage, { dwellingId }: Lease) {
  const advert = { unit: { kind: 'room' as const, roomNo: 'A' }, title: '主卧', rentFen: 320_000 }
  const payCycle = { depositMonths: 1, rentMonths: 3 as const }
  const made = { commandId: commandId(), dwellingId, listingId: newId('lst', ZHANGJIANG), ...advert, payCycle }
  void (await holder.call(routes.publishListing, made)).value
  return { dwellingId, listingId: made.listingId }
}

/** What the two of a lease may do in the same moment: one is done, the other reads anew. */
export const TENANCY_RACES: Record<string, Race> = {
  'a lease is noticed by both, changed and handed back': {
    told: /^(lease\.|request\.changed)/,
    run: async (stage) => {
      const lease = await active(stage)
      const terms = termsOf(lease)
      const facts = { ground: 'breach' as const, lastOn: today(stage), reason: '房屋漏水' }
      return atOnce([
        () => stage.tenant.call(routes.giveNotice, { ...on(lease), ...facts }),
        () => stage.holder.call(routes.giveNotice, { ...on(lease), ...facts, lastOn: '2026-12-20' }),
        () => stage.holder.call(routes.proposeAmendment, { ...on(lease), ...terms, remarks: '可养猫' }),
        () => stage.holder.call(routes.proposeHandover, { ...on(lease), ...list(today(stage)) }),
      ])
    },
  },
  'a list is confirmed twice and declined': {
    told: /^(lease\.|request\.changed)/,
    run: async (stage) => {
      const lease = await listed(stage, await leaving(stage), 130)
      return atOnce([
        () => stage.tenant.call(routes.confirmHandover, on(lease)),
        () => stage.tenant.call(routes.confirmHandover, on(lease)),
        () => stage.tenant.call(routes.declineHandover, on(lease)),
      ])
    },
  },
  'a settlement is confirmed twice and drawn up anew': {
    told: /^(lease\.|request\.changed)/,
    run: async (stage) => {
      const lease = await settling(stage)
      return atOnce([
        () => stage.tenant.call(routes.confirmSettlement, on(lease)),
        () => stage.tenant.call(routes.confirmSettlement, on(lease)),
        () => stage.holder.call(routes.proposeSettlement, { ...on(lease), ...nothingOwed, paidRentFen: 1 }),
      ])
    },
  },
  'a refund is recorded four times': {
    told: /^(lease\.|request\.|ledger\.)/,
    run: async (stage) => {
      const lease = await settled(stage)
      return atOnce(
        times(4, () => () => stage.holder.call(routes.recordRefund, { ...on(lease), paidOn: today(stage) })),
      )
    },
  },
  'a term is made longer while the room is let behind it': {
    told: /^(lease\.unit_taken|request\.changed)/,
    run: async (stage) => {
      const lease = await active(stage)
      const longer = { ...termsOf(lease), endOn: '2028-11-30' }
      const asked = (await stage.holder.call(routes.proposeAmendment, { ...on(lease), ...longer })).value
      const other = await stage.town.join()
      const advert = await advertisedAgain(stage, lease)
      const next = await offeredLease(stage.holder, other, advert, '2027-12-01', '2028-05-31')
      const first = { commandId: commandId(), leaseId: next.leaseId, version: 1 }
      void (await stage.holder.call(routes.signLease, first)).value
      return atOnce([
        () => stage.tenant.call(routes.confirmAmendment, on(asked)),
        () => other.call(routes.signLease, { ...first, commandId: commandId(), version: 2 }),
      ])
    },
  },
}
