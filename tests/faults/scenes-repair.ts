import { repairRecord } from '@anju/functions/repair/repair.store'
import { read, save } from '@anju/functions/store/record'
import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { CHECK_ITEMS, upkeepIdOf } from '@anju/shared/repair/upkeep'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { advertisedHome } from '../let-home'
import { changing, reported } from '../repair/reported'
import { commandId, newId, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import type { Setting } from './scenes'
import { type Stage, signedTwice } from './stage'

const gas = { trouble: 'gas_leak' as const, description: '厨房有燃气味' }
const fresh = async (stage: Stage, told = {}) => reported(stage.tenant, (await signedTwice(stage)).id, told)
const outside = { kind: 'outside' as const, name: '老周维修', phone: '13916000123' }

export const assigned = async (stage: Stage, told = gas) =>
  (
    await stage.holder.call(repairRoutes.assignRepair, {
      ...changing(await fresh(stage, told)),
      worker: outside,
    })
  ).value
const working = async (stage: Stage) =>
  (await stage.holder.call(workRoutes.arriveForRepair, changing(await assigned(stage)))).value
const quoted = async (stage: Stage) => {
  const quote = { fault: 'lessee' as const, amountFen: 20_000, finding: '软管被压坏' }
  return (await stage.holder.call(workRoutes.quoteRepair, { ...changing(await working(stage)), ...quote })).value
}
const done = async (stage: Stage) => {
  const ended = { note: '换了软管', costFen: 20_000 }
  return (await stage.holder.call(workRoutes.finishRepair, { ...changing(await working(stage)), ...ended })).value
}
const closed = async (stage: Stage) =>
  (await stage.tenant.call(repairRoutes.confirmRepair, { ...changing(await done(stage)), fixed: true })).value

/** A repair whose times ran out a while ago. */
async function late(stage: Stage): Promise<Pick<RepairView, 'id' | 'version'>> {
  const { id } = await fresh(stage)
  const { store, now } = stage.town.world
  const before = await read(store, repairRecord, id)
  const [answerBy, onSiteBy] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']
  const after = revise(before, { answerBy, onSiteBy }, now())
  await store.commit(save(repairRecord, before, after, { kind: 'repair.noted', by: 'system', now: now() }))
  return after
}
async function claiming(stage: Stage) {
  const repair = await late(stage)
  const receipt = await addPicture(stage.tenant, repair.id, 'repair')
  const paidOn = dayAt(stage.town.world.now())
  return { repair, claim: { amountFen: 18_000, paidOn, note: '自己请人疏通', receiptIds: [receipt.id] } }
}

/** `changing` without the command, which the caller of a scene makes. */
const of = ({ id, version }: Pick<RepairView, 'id' | 'version'>) => ({ repairId: id, version })

/** The scenes of repairs and of the upkeep of a home. */
export const REPAIR_SCENES: Record<string, Setting> = {
  reportRepair: async (stage) => {
    const { id: aboutId } = await signedTwice(stage)
    const input = { repairId: newId('rep', ZHANGJIANG), aboutId, ...gas }
    return { who: stage.tenant, input, otherwise: { description: '阳台漏水' } }
  },
  acceptRepair: async (stage) => ({
    who: stage.holder,
    input: of(await fresh(stage)),
    otherwise: { note: '马上来' },
  }),
  declineRepair: async (stage) => ({
    who: stage.holder,
    input: { ...of(await fresh(stage)), reason: '不属于损坏' },
    otherwise: { reason: '重复报修' },
  }),
  withdrawRepair: async (stage) => ({
    who: stage.tenant,
    input: of(await fresh(stage)),
    otherwise: { reason: '自己好了' },
  }),
  assignRepair: async (stage) => ({
    who: stage.holder,
    input: { ...of(await fresh(stage)), worker: outside },
    otherwise: { worker: { ...outside, name: '老李维修' } },
  }),
  arrangeVisit: async (stage) => {
    const input = { ...of(await assigned(stage)), at: '2027-11-23T06:00:00.000Z' }
    return { who: stage.tenant, input, otherwise: { at: '2027-11-23T07:00:00.000Z' } }
  },
  arriveForRepair: async (stage) => ({
    who: stage.holder,
    input: of(await assigned(stage)),
    otherwise: { version: 99 },
  }),
  quoteRepair: async (stage) => ({
    who: stage.holder,
    input: { ...of(await working(stage)), fault: 'wear', amountFen: 20_000, finding: '软管老化' },
    otherwise: { amountFen: 1 },
  }),
  answerQuote: async (stage) => ({
    who: stage.tenant,
    input: { ...of(await quoted(stage)), agreed: true },
    otherwise: { agreed: false },
  }),
  finishRepair: async (stage) => ({
    who: stage.holder,
    input: { ...of(await working(stage)), note: '换了软管', costFen: 20_000 },
    otherwise: { costFen: 0 },
  }),
  confirmRepair: async (stage) => ({
    who: stage.tenant,
    input: { ...of(await done(stage)), fixed: true },
    otherwise: { fixed: false },
  }),
  rateRepair: async (stage) => ({
    who: stage.tenant,
    input: { ...of(await closed(stage)), stars: 5 },
    otherwise: { stars: 1 },
  }),
  addRepairNote: async (stage) => ({
    who: stage.tenant,
    input: { ...of(await fresh(stage)), text: '还在漏' },
    otherwise: { text: '不漏了' },
  }),
  bookRepairCost: async (stage) => {
    const paidOn = dayAt(stage.town.world.now())
    const paid = { entryId: newId('ent'), amountFen: 20_000, paidOn, method: 'cash' }
    return { who: stage.holder, input: { ...of(await closed(stage)), ...paid }, otherwise: { amountFen: 1 } }
  },
  claimSelfRepair: async (stage) => {
    const { repair, claim } = await claiming(stage)
    return { who: stage.tenant, input: { ...of(repair), ...claim }, otherwise: { amountFen: 1 } }
  },
  answerClaim: async (stage) => {
    const { repair, claim } = await claiming(stage)
    const sent = { commandId: commandId(), ...of(repair), ...claim }
    const claimed = (await stage.tenant.call(repairRoutes.claimSelfRepair, sent)).value
    const input = { ...of(claimed), agreed: true, entryId: newId('ent') }
    return { who: stage.holder, input, otherwise: { settling: 'rent' } }
  },
  recordCheck: async ({ holder }) => {
    const upkeepId = upkeepIdOf((await advertisedHome(holder)).dwellingId)
    const items = CHECK_ITEMS.fire.map(({ key }) => ({ key, fine: true }))
    const input = { upkeepId, checkId: newId('chk'), kind: 'fire', on: '2026-11-01', items }
    return { who: holder, input, otherwise: { on: '2026-11-02' } }
  },
}
