import * as z from 'zod'

/** Reason codes of the reviewer's checklist (rule sheet 3.3). */
export const ReasonCode = z.enum([
  'ID',
  'TITLE',
  'COOWNER',
  'CHAIN',
  'BUILDING',
  'ADDRESS',
  'ROOM',
  'OCCUPANCY',
  'RELATION',
  'DEPOSIT',
  'ENTERPRISE',
  'CASE_OPEN',
  'OVERLAP',
  'CONSENT',
])
export type ReasonCode = z.infer<typeof ReasonCode>
export const REASON_NAMES: Record<ReasonCode, string> = {
  ID: '身份证件不清或不符',
  TITLE: '产权证明不符',
  COOWNER: '缺共有人同意',
  CHAIN: '转租链不完整',
  BUILDING: '房屋不得出租',
  ADDRESS: '地址不规范或不在本辖区',
  ROOM: '出租部位不是原始房间',
  OCCUPANCY: '人数或面积不符',
  RELATION: '亲属关系未证明',
  DEPOSIT: '押金条款不完整',
  ENTERPRISE: '企业资质不全',
  CASE_OPEN: '房屋有未结群租案件',
  OVERLAP: '与有效备案重叠',
  CONSENT: '声明或同意缺失',
}
export const Reason = z.object({ code: ReasonCode, explanation: z.string().trim().max(300).default('') })
export type Reason = z.infer<typeof Reason>
