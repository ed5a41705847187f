import { caseRoutes } from '@anju/shared/filing/case.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { materialRoutes } from '@anju/shared/filing/material.routes'
import type { FilingId, LeaseId } from '@anju/shared/id'
import { approvedFiling } from '../filed'
import { declarations, occupantsOf } from '../let-home'
import { movedTo } from '../moved-home'
import { JPEG } from '../picture-bytes'
import { type Citizen, commandId, newId, ZHANGJIANG } from '../town'
import { post } from '../upload'
import type { Setting } from './scenes'
import { inReview, type Stage, signedTwice } from './stage'

const details = {
  titleKind: 'real_estate' as const,
  titleNo: '沪(2020)浦字不动产权第012345号',
  ownerNames: ['陈敏'],
  buildingAreaSquareMetres: 62.5,
  layout: { bedrooms: 2, livingRooms: 1, bathrooms: 1, kitchens: 1 },
  mortgaged: false,
  lessorKind: 'owner' as const,
}

async function begun(stage: Stage, who: Citizen) {
  const { id } = await signedTwice(stage)
  const filingId = newId('fil', ZHANGJIANG)
  const made = { commandId: commandId(), leaseId: id as LeaseId, filingId, type: 'new' as const }
  return (await who.call(caseRoutes.startFiling, made)).value
}
async function complete(stage: Stage, who: Citizen) {
  const { id, version } = await begun(stage, who)
  const filled = {
    commandId: commandId(),
    filingId: id as FilingId,
    version,
    details,
    occupants: occupantsOf(stage.tenant),
  }
  return (await who.call(caseRoutes.fillFiling, filled)).value
}
async function asked(stage: Stage) {
  const { id, version } = await complete(stage, stage.holder)
  const sent = { commandId: commandId(), filingId: id as FilingId, version, declarations }
  return (await stage.holder.call(caseRoutes.sendFiling, sent)).value
}

async function beforeCommittee(stage: Stage) {
  const { id: leaseId, dwellingId } = await signedTwice(stage)
  await movedTo(stage.holder, dwellingId, { committeeCode: `${ZHANGJIANG}001` })
  const filed = { leaseId, filingId: newId('fil', ZHANGJIANG), occupants: occupantsOf(stage.tenant), declarations }
  return (await stage.tenant.call(filingRoutes.submitFiling, { commandId: commandId(), ...filed })).value
}

const title = { code: 'title' as const, mediaType: 'image/jpeg' as const }
/** A draft, and a photograph on its way to it. */
async function arriving(stage: Stage) {
  const { id, version } = await begun(stage, stage.tenant)
  const filingId = id as FilingId
  const form = await stage.tenant.call(materialRoutes.startMaterial, { filingId, ...title, byteCount: JPEG.length })
  await post(form.value, JPEG)
  return { filingId, version }
}
async function provided(stage: Stage) {
  const draft = await arriving(stage)
  return (await stage.tenant.call(materialRoutes.addMaterial, { commandId: commandId(), ...draft, ...title })).value
}

/** A case before it lies on the desk, and after it was approved there. */
export const FILING_SCENES: Record<string, Setting> = {
  certifyFiling: async (stage) => {
    const { filingId } = await approvedFiling(stage)
    const input = { filingId, version: 3, officialNo: '沪浦房租备2026000001' }
    return { who: stage.clerk, input, otherwise: { officialNo: '沪浦房租备2026000002' } }
  },
  startFiling: async (stage) => {
    const { id: leaseId } = await signedTwice(stage)
    const input = { leaseId, filingId: newId('fil', ZHANGJIANG), type: 'new' }
    return { who: stage.tenant, input, otherwise: { type: 'change' } }
  },
  fillFiling: async (stage) => {
    const { id: filingId, version } = await begun(stage, stage.tenant)
    const input = { filingId, version, details, occupants: occupantsOf(stage.tenant) }
    return { who: stage.tenant, input, otherwise: { details: { mortgaged: true } } }
  },
  sendFiling: async (stage) => {
    const { id: filingId, version } = await complete(stage, stage.tenant)
    return { who: stage.tenant, input: { filingId, version, declarations }, otherwise: { version: version + 1 } }
  },
  confirmFiling: async (stage) => {
    const { id: filingId, version } = await asked(stage)
    return { who: stage.tenant, input: { filingId, version }, otherwise: { version: version + 1 } }
  },
  handBackFiling: async (stage) => {
    const { id: filingId, version } = await asked(stage)
    return { who: stage.tenant, input: { filingId, version, note: '租金写错了' }, otherwise: { note: '押金写错了' } }
  },
  checkAsCommittee: async (stage) => {
    const { id: filingId, version } = await beforeCommittee(stage)
    const input = { filingId, version, result: 'clear', note: '已上门看过' }
    return { who: stage.clerk, input, otherwise: { note: '另一句话' } }
  },
  handOverFiling: async (stage) => {
    const { filingId } = await inReview(stage)
    const input = { filingId, version: 2, to: stage.other.id, note: '休假' }
    return { who: stage.clerk, input, otherwise: { note: '另一个理由' } }
  },
  addMaterial: async (stage) => {
    const draft = await arriving(stage)
    return { who: stage.tenant, input: { ...draft, ...title }, otherwise: { code: 'identity' } }
  },
  removeMaterial: async (stage) => {
    const { id: filingId, version, materials } = await provided(stage)
    const input = { filingId, version, code: 'title', sha256: materials[0]?.sha256 }
    return { who: stage.tenant, input, otherwise: { code: 'identity' } }
  },
  reuseMaterials: async (stage) => {
    const { id: fromId } = await provided(stage)
    const { id: filingId, version } = await begun(stage, stage.tenant)
    return { who: stage.tenant, input: { filingId, version, fromId, agreed: true }, otherwise: { fromId: filingId } }
  },
}
