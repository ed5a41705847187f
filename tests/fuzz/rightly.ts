import { routes } from '@anju/shared/contract/routes'
import { SCENES } from '../faults/scenes'
import { assigned } from '../faults/scenes-repair'
import { offered, type Stage } from '../faults/stage'
import { approvedFiling } from '../filed'
import { heldFrom } from '../held-from'
import { advertisedHome, SHOP } from '../let-home'
import { invited } from '../paper-lease'
import { type Citizen, commandId, newId } from '../town'

interface Rightly {
  who: Citizen
  input: Record<string, unknown>
}

async function keeperOf({ town, holder }: Stage): Promise<Citizen> {
  const made = { commandId: commandId(), invitationId: newId('inv'), role: 'keeper' as const }
  const { code } = (await holder.call(routes.inviteStaff, made)).value
  const who = await town.join()
  void (await who.call(routes.joinStaff, { code: String(code) })).value
  return who
}

/** Routes that name nothing that they write, called as somebody who means it would. */
const ERRANDS: Record<string, (stage: Stage) => Promise<Rightly>> = {
  leaveHolder: async (stage) => ({ who: await keeperOf(stage), input: { holderId: stage.holder.id } }),
  changeStaff: async (stage) => ({
    who: stage.holder,
    input: { userId: (await keeperOf(stage)).id, roles: ['bookkeeper'] },
  }),
  removeStaff: async (stage) => ({ who: stage.holder, input: { userId: (await keeperOf(stage)).id } }),
  listPictures: async ({ holder }) => ({ who: holder, input: { aboutId: (await advertisedHome(holder)).dwellingId } }),
  takeRepair: async (stage) => {
    const { id: repairId, code } = await assigned(stage)
    return { who: await stage.town.join(), input: { repairId, code } }
  },
  markNoticesSeen: async ({ town, tenant }) => ({ who: tenant, input: { until: town.world.now() } }),
  setQuiet: async ({ tenant }) => ({ who: tenant, input: { quiet: ['bill'], hours: { from: '22:00', to: '08:00' } } }),
  markMessagesRead: async (stage) => {
    const { leaseId } = await offered(stage)
    return { who: stage.tenant, input: { leaseId, until: stage.town.world.now() } }
  },
  readImportFile: async ({ holder }) => {
    const { bytes } = (await holder.call(routes.readImportTemplate, {})).value
    return { who: holder, input: { fileBase64: Buffer.from(bytes).toString('base64') } }
  },
  bindOwner: async ({ town, holder }) => {
    const headLeaseId = await heldFrom(holder, (await advertisedHome(holder)).dwellingId)
    const { code } = (await holder.call(routes.inviteOwner, { headLeaseId })).value
    return { who: await town.join({ hats: [{ role: 'owner' }] }), input: { code } }
  },
  openLeaseInvitation: async ({ holder, tenant }) => ({
    who: tenant,
    input: { code: (await invited(holder, tenant.name)).code },
  }),
  objectToLease: async ({ holder, tenant }) => ({
    who: tenant,
    input: { code: (await invited(holder, tenant.name)).code, words: '租金写错了' },
  }),
  readReceipt: async (stage) => {
    const { input } = await SCENES.reversePayment!(stage)
    return { who: stage.tenant, input: { billId: input.billId, paymentId: input.paymentId } }
  },
  readCertificate: async (stage) => {
    const { filingId } = await approvedFiling(stage)
    return { who: stage.tenant, input: { filingId } }
  },
  readCertificatePaper: async (stage) => {
    const { filingId } = await approvedFiling(stage)
    return { who: stage.tenant, input: { filingId } }
  },
  checkCertificate: async (stage) => {
    const { dwellingId } = await advertisedHome(stage.holder)
    const { statement } = (await stage.holder.call(routes.readHomeCode, { dwellingId })).value
    return { who: stage.tenant, input: { statement } }
  },
  setMerchant: async ({ town }) => {
    const who = await town.join({ hats: [{ role: 'sublandlord' }] })
    await advertisedHome(who)
    town.wechatPay.bind(SHOP)
    return { who, input: { version: 0, subMchId: SHOP } }
  },
}

/** How a route is called rightly, where chance did not find out. */
export async function rightly(name: string, stage: Stage): Promise<Rightly | undefined> {
  const found = await (SCENES[name] ?? ERRANDS[name])?.(stage)
  return found && { who: found.who, input: { ...(SCENES[name] && { commandId: commandId() }), ...found.input } }
}
