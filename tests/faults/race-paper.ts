import { routes } from '@anju/shared/contract/routes'
import { declarations, occupantsOf } from '../let-home'
import { commandId, newId, ZHANGJIANG } from '../town'
import { atOnce } from './at-once'
import { inReview, offered, type Stage, signedOnce, signedTwice, submitted } from './stage'

/** Several hands on one thing: `told` is what those hear who come second. */
export interface Race {
  told: RegExp
  run: (stage: Stage) => Promise<string[]>
}

const reasons = [{ code: 'ROOM' as const }]

/** Cases and leases: each state may be left once. */
export const PAPER_RACES: Record<string, Race> = {
  'two clerks take one case': {
    told: /^(filing\.|request\.changed)/,
    run: async (stage) => {
      const { filingId } = await submitted(stage)
      const on = () => ({ commandId: commandId(), filingId, version: 1 })
      return atOnce([stage.clerk, stage.other].map((who) => () => who.call(routes.takeFiling, on())))
    },
  },
  'one case is approved, rejected, returned and withdrawn': {
    told: /^(filing\.|request\.changed)/,
    run: async (stage) => {
      const { filingId } = await inReview(stage)
      const on = () => ({ commandId: commandId(), filingId, version: 2 })
      return atOnce([
        () => stage.clerk.call(routes.approveFiling, on()),
        () => stage.clerk.call(routes.rejectFiling, { ...on(), reasons }),
        () => stage.clerk.call(routes.returnFiling, { ...on(), reasons }),
        () => stage.tenant.call(routes.withdrawFiling, on()),
      ])
    },
  },
  'one case is approved while it is handed over and laid back': {
    told: /^(filing\.|request\.changed)/,
    run: async (stage) => {
      const { filingId } = await inReview(stage)
      const on = () => ({ commandId: commandId(), filingId, version: 2 })
      return atOnce([
        () => stage.clerk.call(routes.approveFiling, on()),
        () => stage.clerk.call(routes.handOverFiling, { ...on(), to: stage.other.id, note: '休假' }),
        () => stage.clerk.call(routes.handOverFiling, { ...on(), note: '休假' }),
      ])
    },
  },
  'both parties file one lease': {
    told: /^(filing\.exists|request\.changed)/,
    run: async (stage) => {
      const { id: leaseId } = await signedTwice(stage)
      const content = { leaseId, occupants: occupantsOf(stage.tenant), declarations }
      const filed = () => ({ commandId: commandId(), filingId: newId('fil', ZHANGJIANG), ...content })
      return atOnce([stage.holder, stage.tenant].map((who) => () => who.call(routes.submitFiling, filed())))
    },
  },
  'a lease is signed, declined, withdrawn and revised': {
    told: /^(lease\.not_offered|request\.changed)/,
    run: async (stage) => {
      const { leaseId, version } = await signedOnce(stage)
      const on = () => ({ commandId: commandId(), leaseId, version })
      const { value } = await stage.tenant.call(routes.readLease, { leaseId })
      const { startOn, endOn, rentFen, payCycle, deposit } = value
      return atOnce([
        () => stage.tenant.call(routes.signLease, on()),
        () => stage.tenant.call(routes.declineLease, on()),
        () => stage.holder.call(routes.withdrawLease, on()),
        () => stage.holder.call(routes.reviseLease, { ...on(), startOn, endOn, rentFen, payCycle, deposit }),
      ])
    },
  },
  'both parties give the first signature': {
    told: /^request\.changed/,
    run: async (stage) => {
      const { leaseId } = await offered(stage)
      const on = () => ({ commandId: commandId(), leaseId, version: 1 })
      return atOnce([stage.holder, stage.tenant].map((who) => () => who.call(routes.signLease, on())))
    },
  },
}
