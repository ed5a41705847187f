import { routes } from '@anju/shared/contract/routes'
import type { MeterId } from '@anju/shared/id'
import { heldFrom } from '../held-from'
import {
  advertisedHome,
  firstBill,
  foundDifference,
  meteredHome,
  offeredLease,
  openShop,
  signedByBoth,
  startedPayment,
} from '../let-home'
import { commandId, newId, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import type { Setting } from './scenes'
import { type Stage, signedTwice } from './stage'

const room = (roomNo: string) => ({ kind: 'room' as const, roomNo })
const terms = {
  startOn: '2026-11-01',
  endOn: '2029-10-31',
  rentFen: 450_000,
  payCycle: { depositMonths: 1, rentMonths: 3 as const },
  depositFen: 450_000,
  subletAllowed: true,
  ownerName: '顾业主',
}

async function held({ holder }: Stage) {
  const { dwellingId } = await advertisedHome(holder)
  return { dwellingId, headLeaseId: await heldFrom(holder, dwellingId) }
}
const question = (dwellingId: Awaited<ReturnType<typeof held>>['dwellingId']) => ({
  approvalId: newId('apv'),
  matter: 'works' as const,
  dwellingId,
  unit: room('A'),
  until: '2027-11-30',
})
async function asked(stage: Stage) {
  const { dwellingId, headLeaseId } = await held(stage)
  const facts = question(dwellingId)
  void (await stage.holder.call(routes.askOwner, { commandId: commandId(), headLeaseId, ...facts })).value
  return { dwellingId, headLeaseId, approvalId: facts.approvalId }
}

/** A sublease under a head lease that does not allow it, and that the owner came to know of. */
async function known(stage: Stage) {
  const { id: leaseId, dwellingId } = await signedTwice(stage)
  const headLeaseId = await heldFrom(stage.holder, dwellingId, { subletAllowed: false })
  const evidence = await addPicture(stage.holder, dwellingId, 'consent')
  const input = { approvalId: newId('apv'), knownOn: '2026-11-02', evidencePictureId: evidence.id }
  return { leaseId, headLeaseId, input }
}

/** A bill that can be paid through WeChat, by a holder of its own: a merchant account is set once. */
async function payable({ town, tenant }: Stage) {
  const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  const { id: leaseId } = await signedTwice({ town, holder, tenant, clerk: holder, other: holder })
  await openShop(town, holder)
  return { holder, billId: await firstBill(town, leaseId) }
}
async function started(stage: Stage) {
  const { holder, billId } = await payable(stage)
  return { holder, order: await startedPayment(stage.town, stage.tenant, billId, 100_000) }
}

/** The scenes of money between owner, lessor and lessee: head leases, splits, payments through WeChat. */
export const MONEY_SCENES: Record<string, Setting> = {
  recordHeadLease: async ({ holder }) => {
    const { dwellingId } = await advertisedHome(holder)
    const input = { ...terms, headLeaseId: newId('hle', ZHANGJIANG), dwellingIds: [dwellingId] }
    return { who: holder, input, otherwise: { rentFen: 1 } }
  },
  reviseHeadLease: async (stage) => {
    const { headLeaseId } = await held(stage)
    return {
      who: stage.holder,
      input: { ...terms, headLeaseId, version: 1, reason: '重新约定' },
      otherwise: { rentFen: 460_000 },
    }
  },
  endHeadLease: async (stage) => {
    const { headLeaseId } = await held(stage)
    const input = { headLeaseId, version: 1, lastOn: '2028-10-31', reason: '业主收回自住' }
    return { who: stage.holder, input, otherwise: { lastOn: '2028-09-30' } }
  },
  recordHeadPayment: async (stage) => {
    const { headLeaseId } = await held(stage)
    const paid = { entryId: newId('ent'), kind: 'rent', on: '2026-11-01', amountFen: 1_350_000, method: 'bank' }
    return { who: stage.holder, input: { headLeaseId, ...paid }, otherwise: { amountFen: 1 } }
  },
  askOwner: async (stage) => {
    const { dwellingId, headLeaseId } = await held(stage)
    return { who: stage.holder, input: { headLeaseId, ...question(dwellingId) }, otherwise: { reason: '改造厨房' } }
  },
  answerApproval: async (stage) => {
    const { headLeaseId, approvalId } = await asked(stage)
    const who = await stage.town.join({ hats: [{ role: 'owner' }] })
    const { code } = (await stage.holder.call(routes.inviteOwner, { headLeaseId })).value
    void (await who.call(routes.bindOwner, { code })).value
    return { who, input: { headLeaseId, approvalId, agreed: true }, otherwise: { agreed: false } }
  },
  recordKnowledge: async (stage) => {
    const { leaseId, headLeaseId, input } = await known(stage)
    return { who: stage.holder, input: { headLeaseId, leaseId, ...input }, otherwise: { knownOn: '2026-11-03' } }
  },
  recordObjection: async (stage) => {
    const { leaseId, headLeaseId, input } = await known(stage)
    const told = { commandId: commandId(), headLeaseId, leaseId, ...input }
    void (await stage.holder.call(routes.recordKnowledge, told)).value
    const objection = { headLeaseId, approvalId: input.approvalId, objectedOn: '2026-11-20' }
    return { who: stage.holder, input: objection, otherwise: { objectedOn: '2026-11-21' } }
  },
  attachConsent: async (stage) => {
    const { dwellingId, headLeaseId, approvalId } = await asked(stage)
    const [one, other] = [
      await addPicture(stage.holder, dwellingId, 'consent'),
      await addPicture(stage.holder, dwellingId, 'consent'),
    ]
    const input = { headLeaseId, approvalId, pictureId: one.id }
    return { who: stage.holder, input, otherwise: { pictureId: other.id } }
  },
  chargeUse: async ({ town, tenant }) => {
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const home = await offeredLease(holder, tenant, await advertisedHome(holder), '2026-09-01', '2027-08-31')
    const { dwellingId, leaseId } = home
    await signedByBoth(holder, tenant, leaseId)
    const read = (meterId: MeterId, on: string, cubicMetres: number) =>
      holder.call(routes.recordReading, {
        commandId: commandId(),
        meterId,
        readingId: newId('rdg'),
        on,
        totalMilli: cubicMetres * 1_000,
        reason: '核对过表盘',
      })
    const main = await meteredHome(holder, dwellingId)
    void (await read(main, '2026-10-01', 100)).value
    void (await read(main, '2026-10-31', 120)).value
    for (const roomNo of ['A', 'B']) {
      const meterId = await meteredHome(holder, dwellingId, { place: room(roomNo), installedOn: '2026-10-01' })
      void (await read(meterId, '2026-10-31', 8)).value
    }
    const input = {
      dwellingId,
      kind: 'water',
      from: '2026-10-01',
      to: '2026-10-31',
      price: { by: 'tariff' },
      mode: 'metered',
      rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
      leaseId,
      billId: newId('bil', ZHANGJIANG),
      dueOn: '2026-12-10',
    }
    return { who: holder, input, otherwise: { dueOn: '2026-12-11' } }
  },
  startPayment: async (stage) => {
    const { billId } = await payable(stage)
    const code = stage.town.wechat.loginCode(stage.tenant.openid)
    const input = { billId, orderId: newId('pay', ZHANGJIANG), amountFen: 100_000, code }
    return { who: stage.tenant, input, otherwise: { amountFen: 1 } }
  },
  closePayment: async (stage) => {
    const { order } = await started(stage)
    return { who: stage.tenant, input: { orderId: order.id, version: order.version }, otherwise: { version: 99 } }
  },
  refundPayment: async (stage) => {
    const { holder, order } = await started(stage)
    await stage.town.wechatPay.pay({ ...order.parameters })
    const { version } = (await stage.tenant.call(routes.readPayment, { orderId: order.id })).value
    const input = { orderId: order.id, version, amountFen: 10_000, reason: '多付了' }
    return { who: holder, input, otherwise: { amountFen: 1 } }
  },
  resolveDifference: async ({ town, holder }) => {
    const differenceId = await foundDifference(town, holder.id)
    return { who: holder, input: { differenceId, version: 1, note: '已核对' }, otherwise: { note: '已补记' } }
  },
}
