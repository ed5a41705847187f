import * as z from 'zod'
import { changing, declare } from '../contract/route'
import { Instant } from '../day'
import { FilingId } from '../id'
import { FILERS } from '../person/role'
import { Filing } from './filing'
import { MAX_MATERIAL_BYTES, Material, MaterialCode } from './material'

const { mediaType, sha256 } = Material.shape
/** A material with its address of a few minutes, for who may look at it. */
const ShownMaterial = Material.extend({ url: z.string().optional(), urlUntil: Instant.optional() })
const ShownPoint = z.object({
  code: MaterialCode,
  required: z.boolean(),
  state: z.enum(['held', 'handed_in', 'at_window']),
  because: z.string(),
  files: z.array(ShownMaterial),
})
export type ShownPoint = z.infer<typeof ShownPoint>

/** 材料 of a case: handed in as photographs or PDF, looked at by who handed them in and by the desk. */
export const materialRoutes = declare({
  startMaterial: {
    method: 'POST',
    path: '/filings/{filingId}/materials/uploads',
    summary: '开始上传备案材料',
    access: FILERS,
    subject: 'filingId',
    input: z.object({
      filingId: FilingId,
      code: MaterialCode,
      mediaType,
      byteCount: z.int().min(1, '文件是空的').max(MAX_MATERIAL_BYTES, '文件不能超过 10 MB'),
    }),
    output: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), until: Instant }),
    refusals: ['filing.not_found', 'filing.not_now', 'files.unavailable'],
  },
  addMaterial: {
    method: 'POST',
    path: '/filings/{filingId}/materials',
    summary: '材料上传完成，核对内容',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId, code: MaterialCode, mediaType }),
    output: Filing,
    refusals: [
      'filing.not_found',
      'filing.not_now',
      'material.limit',
      'material.not_arrived',
      'material.unreadable',
      'material.harmful',
      'request.changed',
      'files.unavailable',
    ],
  },
  removeMaterial: {
    method: 'POST',
    path: '/filings/{filingId}/materials/remove',
    summary: '删除一份材料',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId, code: MaterialCode, sha256 }),
    output: Filing,
    refusals: [
      'filing.not_found',
      'filing.not_now',
      'material.not_found',
      'material.not_yours',
      'request.changed',
      'files.unavailable',
    ],
  },
  reuseMaterials: {
    method: 'POST',
    path: '/filings/{filingId}/materials/reuse',
    summary: '沿用上次的材料',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      fromId: FilingId.meta({ description: 'the earlier case' }),
      agreed: z.literal(true, '请同意将上次的材料用于这次备案'),
    }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'material.limit', 'request.changed'],
  },
  listMaterials: {
    method: 'GET',
    path: '/filings/{filingId}/materials',
    summary: '备案材料清单',
    access: [...FILERS, 'clerk', 'town_officer'],
    subject: 'filingId',
    input: z.object({ filingId: FilingId }),
    output: z.object({ points: z.array(ShownPoint) }),
    refusals: ['filing.not_found'],
  },
})
