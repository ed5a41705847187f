import * as z from 'zod'
import { revise } from '../aggregate'
import { Instant } from '../day'
import { DomainError } from '../errors'
import { FilingId, UserId } from '../id'
import { isSublease } from './details'
import type { Filing } from './filing'

/** 备案材料 (FIL-04, FIL-05). */
export const MaterialCode = z.enum([
  'identity',
  'application',
  'lease_text',
  'title',
  'head_lease',
  'owner_consent',
  'co_owner_consent',
  'power_of_attorney',
  'licence',
  'relation_proof',
  'change_agreement',
  'old_certificate',
  'floor_plan',
])
export type MaterialCode = z.infer<typeof MaterialCode>
export const MATERIAL_NAMES: Record<MaterialCode, string> = {
  identity: '双方身份证明',
  application: '备案申请',
  lease_text: '租赁合同',
  title: '产权证明',
  head_lease: '与业主的租赁合同',
  owner_consent: '业主同意转租的证明',
  co_owner_consent: '共有人同意出租的证明',
  power_of_attorney: '授权委托书',
  licence: '营业执照',
  relation_proof: '亲属关系证明',
  change_agreement: '变更或解除的协议',
  old_certificate: '原备案证明',
  floor_plan: '房屋平面图',
}

/** One page or file that was handed in. It lies in the bucket under its own hash, marked 仅供租赁备案使用. */
export const Material = z.object({
  code: MaterialCode,
  sha256: z.string().min(1).max(64).meta({ description: 'of the bytes that are kept' }),
  mediaType: z.enum(['image/jpeg', 'application/pdf']),
  byteCount: z.int(),
  pages: z.int(),
  addedBy: UserId,
  addedAt: Instant,
  from: FilingId.optional().meta({
    description: 'the case under which it was first handed in, where it is used again',
  }),
})
export type Material = z.infer<typeof Material>
export const MOST_MATERIALS = 40
export const MAX_MATERIAL_BYTES = 10 * 1024 * 1024
/** What the mark on every page says (rule sheet 6.3). */
export const WATERMARK = '仅供租赁备案使用'

/** How a material stands: we hold it already, it was handed in, or the paper is to be shown at the window. */
export type MaterialState = 'held' | 'handed_in' | 'at_window'
export const MATERIAL_STATE_NAMES: Record<MaterialState, string> = {
  held: '系统已有',
  handed_in: '已上传',
  at_window: '到窗口出示原件',
}

export interface MaterialPoint {
  code: MaterialCode
  required: boolean
  state: MaterialState
  /** Why it is asked for, or why it need not be handed in. */
  because: string
  files: Material[]
}

type Asking = Pick<Filing, 'type' | 'details' | 'occupants' | 'materials' | 'parties' | 'onPaper'>

/** Which materials this case needs, by its kind and by who lets (FIL-04, FIL-05), and which of them are there. */
export function materialPoints(filing: Asking): MaterialPoint[] {
  const { type, details, occupants, parties } = filing
  const points: { code: MaterialCode; because: string; held?: boolean; optional?: boolean }[] = []
  const ask = (when: boolean, point: (typeof points)[number]) => when && points.push(point)
  const known = parties.length === 2 && parties.every((party) => party.identity)
  ask(true, {
    code: 'identity',
    held: known,
    because: known ? '双方已在平台实名登记，证件号码已校验' : '请拍双方身份证件',
  })
  ask(true, { code: 'application', held: true, because: '在线填写的内容即为申请' })
  ask(type === 'new' || type === 'extension', {
    code: 'lease_text',
    held: !filing.onPaper,
    because: filing.onPaper ? '纸面租约，请拍合同全部页' : '双方已在平台签署，系统保存有签署文本',
  })
  ask(type === 'new' || type === 'extension', { code: 'title', because: '请拍产权证的权利人页和平面图页' })
  const sublease = isSublease(details) && type !== 'cancellation'
  ask(sublease, { code: 'head_lease', because: '转租须附与业主的租赁合同' })
  ask(sublease, { code: 'owner_consent', because: '转租须附业主同意转租的证明' })
  ask(details.lessorKind === 'co_owner', { code: 'co_owner_consent', because: '房屋共有，须附其他共有人的同意' })
  ask(details.lessorKind === 'agent', { code: 'power_of_attorney', because: '代理人办理须附授权委托书' })
  ask(details.lessorKind === 'enterprise', { code: 'licence', because: '住房租赁企业须附营业执照' })
  ask(
    occupants.some((occupant) => occupant.supportRelation),
    { code: 'relation_proof', because: '声明了法定扶养关系，可附户口簿或结婚证', optional: true },
  )
  ask(type === 'change' || type === 'cancellation', {
    code: 'change_agreement',
    held: true,
    because: '双方已在平台确认，系统保存有确认的文本',
  })
  ask(type !== 'new', { code: 'old_certificate', held: true, because: '系统保存有原备案' })
  ask(type === 'new', { code: 'floor_plan', because: '可附房屋平面图，便于核对出租的房间', optional: true })
  return points.map(({ code, because, held = false, optional = false }) => {
    const files = filing.materials.filter((material) => material.code === code)
    const state: MaterialState = files.length > 0 ? 'handed_in' : held ? 'held' : 'at_window'
    return { code, because, required: !optional, state, files }
  })
}

/** What may be used again for a later case of the same person: never what was made for that one case. */
const REUSABLE: readonly MaterialCode[] = [
  'identity',
  'title',
  'head_lease',
  'owner_consent',
  'co_owner_consent',
  'licence',
  'relation_proof',
  'floor_plan',
]

/** Materials come and go while a case is being filled in or mended. @throws filing.not_now */
export function expectOpenToMaterials({ status }: Pick<Filing, 'status'>): void {
  if (status !== 'draft' && status !== 'supplement') throw new DomainError('filing.not_now')
}

/** 上传: the same page handed in twice stands once. @throws material.limit, filing.not_now */
export function add(filing: Filing, materials: readonly Material[], now: string): Filing {
  expectOpenToMaterials(filing)
  const same = (one: Material, other: Material) => one.code === other.code && one.sha256 === other.sha256
  const fresh = materials.filter((material) => !filing.materials.some((other) => same(material, other)))
  if (filing.materials.length + fresh.length > MOST_MATERIALS) throw new DomainError('material.limit')
  return revise(filing, { materials: [...filing.materials, ...fresh] }, now)
}

/** 删除 by who handed it in. @throws material.not_found, material.not_yours, filing.not_now */
export function remove(
  filing: Filing,
  { code, sha256, by }: Pick<Material, 'code' | 'sha256'> & { by: UserId },
  now: string,
): { after: Filing; removed: Material } {
  expectOpenToMaterials(filing)
  const removed = filing.materials.find((material) => material.code === code && material.sha256 === sha256)
  if (!removed) throw new DomainError('material.not_found')
  if (removed.addedBy !== by) throw new DomainError('material.not_yours')
  return { after: revise(filing, { materials: filing.materials.filter((each) => each !== removed) }, now), removed }
}

/**
 * 沿用: what the same person handed in for an earlier case, as far as it may be used again; papers of the home only for the
 * same home, proof of kinship only for the same lease.
 */
export const reusable = (earlier: Filing, filing: Filing, by: UserId): Material[] =>
  earlier.materials
    .filter(({ code, addedBy }) => addedBy === by && REUSABLE.includes(code))
    .filter(({ code }) => PERSONAL.includes(code) || earlier.dwellingId === filing.dwellingId)
    .filter(({ code }) => code !== 'relation_proof' || earlier.leaseId === filing.leaseId)
    .map((material) => ({ ...material, from: material.from ?? (earlier.id as FilingId) }))
const PERSONAL: readonly MaterialCode[] = ['identity', 'licence']
