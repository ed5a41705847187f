import { routes } from '@anju/shared/contract/routes'
import { complained, reviewed } from '../complained'
import { commandId, newId, ZHANGJIANG } from '../town'
import type { Setting } from './scenes'
import { type Stage, signedTwice } from './stage'

const officerOf = ({ town }: Stage) => town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
const about = async (stage: Stage) => ({ leaseId: (await signedTwice(stage)).id })

/** A complaint about a lease that a clerk has taken. */
async function taken(stage: Stage) {
  const { id: complaintId, version } = await complained(stage.tenant, await about(stage))
  const command = { commandId: commandId(), complaintId, version }
  return { complaintId, version: (await stage.clerk.call(routes.acceptComplaint, command)).value.version }
}

async function answered(stage: Stage) {
  const input = { ...(await taken(stage)), outcome: 'upheld' as const, text: '已处理' }
  const { id, version } = (await stage.clerk.call(routes.answerComplaint, { ...input, commandId: commandId() })).value
  return { complaintId: id, version }
}

async function asked(stage: Stage) {
  const input = { ...(await taken(stage)), commandId: commandId(), text: '请说明情况' }
  const { id, version } = (await stage.clerk.call(routes.askRespondent, input)).value
  return { complaintId: id, version }
}

/** The scenes of complaints and of what people look at in other people's words. */
export const COMPLAINT_SCENES: Record<string, Setting> = {
  fileComplaint: async (stage) => {
    const facts = { kind: 'deposit', text: '押金没有退' }
    const input = { ...(await about(stage)), ...facts, complaintId: newId('cmp', ZHANGJIANG) }
    return { who: stage.tenant, input, otherwise: { text: '押金少退了' } }
  },
  acceptComplaint: async (stage) => {
    const { id: complaintId, version } = await complained(stage.tenant)
    return { who: stage.clerk, input: { complaintId, version }, otherwise: { version: 99 } }
  },
  askRespondent: async (stage) => {
    const input = { ...(await taken(stage)), text: '请说明情况' }
    return { who: stage.clerk, input, otherwise: { text: '请说明原因' } }
  },
  makeStatement: async (stage) => {
    const input = { ...(await asked(stage)), text: '本周处理' }
    return { who: stage.holder, input, otherwise: { text: '下周处理' } }
  },
  answerComplaint: async (stage) => {
    const input = { ...(await taken(stage)), outcome: 'upheld', text: '已处理' }
    return { who: stage.clerk, input, otherwise: { outcome: 'partly' } }
  },
  rateComplaint: async (stage) => {
    return { who: stage.tenant, input: { ...(await answered(stage)), stars: 5 }, otherwise: { stars: 4 } }
  },
  reopenComplaint: async (stage) => {
    const input = { ...(await answered(stage)), text: '没有解决' }
    return { who: stage.tenant, input, otherwise: { text: '仍未解决' } }
  },
  withdrawComplaint: async (stage) => {
    const { id: complaintId, version } = await complained(stage.tenant)
    return { who: stage.tenant, input: { complaintId, version }, otherwise: { version: 99 } }
  },
  passContent: async (stage) => {
    const { reviewId } = await reviewed(stage.town, stage.tenant)
    return { who: await officerOf(stage), input: { reviewId, version: 1 }, otherwise: { version: 99 } }
  },
  refuseContent: async (stage) => {
    const { reviewId } = await reviewed(stage.town, stage.tenant)
    return { who: await officerOf(stage), input: { reviewId, version: 1 }, otherwise: { version: 99 } }
  },
}
