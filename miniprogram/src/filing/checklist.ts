import { ROOM_USE_NAMES } from '@anju/shared/dwelling/dwelling'
import type { FilingView } from '@anju/shared/filing/filing'
import type { ReasonCode } from '@anju/shared/filing/reason'
import { partText } from './words'

/** One of the reviewer's 14 points (rule sheet 3.3). `found` is what the machine may say; the rest is for eyes. */
export interface CheckPoint {
  code: ReasonCode
  question: string
  found?: 'pass' | 'none'
  because?: string
}

const ROOM_RULES: readonly string[] = ['SH-OCC-01', 'SH-OCC-05']

function room({ unit, room, hits }: FilingView): Omit<CheckPoint, 'code'> {
  const question = '出租的是原始设计的房间，没有分隔'
  const spoken = hits.find((hit) => ROOM_RULES.includes(hit.ruleId))
  if (spoken) return { question, because: spoken.message }
  const part = partText(unit)
  return { question, found: 'pass', because: room ? `${part}，原始设计为${ROOM_USE_NAMES[room.originalUse]}` : part }
}

function occupancy({ occupants, hits }: FilingView): Omit<CheckPoint, 'code'> {
  const question = '居住人数和人均面积符合规定'
  const spoken = hits.filter((hit) => !ROOM_RULES.includes(hit.ruleId))
  if (spoken.length > 0) return { question, because: spoken.map((hit) => hit.message).join('；') }
  return { question, found: 'pass', because: `${occupants.length} 人居住，系统核对没有触发规则` }
}

function relation({ occupants }: FilingView): Omit<CheckPoint, 'code'> {
  const question = '声明的亲属关系已证明'
  const declared = occupants.filter((occupant) => occupant.supportRelation).map((occupant) => occupant.name)
  if (declared.length === 0) return { question, found: 'none', because: '没有人声明法定扶养关系' }
  return { question, because: `${declared.join('、')}作了声明，可以请对方出示户口簿或结婚证` }
}

const address = ({ committeeCode }: FilingView): Omit<CheckPoint, 'code'> => ({
  question: '地址规范，属于本辖区',
  ...(committeeCode
    ? { found: 'pass' as const, because: `按标准地址登记，居（村）委会 ${committeeCode}` }
    : { because: '按标准地址登记，没有填写居（村）委会' }),
})

export const checklistOf = (filing: FilingView): CheckPoint[] => [
  { code: 'ID', question: '证件清晰有效，人证一致', because: '号码已通过校验，人证是否一致请您核对' },
  { code: 'TITLE', question: '产权证号与权利人相符' },
  { code: 'COOWNER', question: '共有人都同意出租' },
  { code: 'CHAIN', question: '转租链完整，租期不超过原租约' },
  { code: 'BUILDING', question: '不是违法建筑、危房或擅自改变用途' },
  { code: 'ADDRESS', ...address(filing) },
  { code: 'ROOM', ...room(filing) },
  { code: 'OCCUPANCY', ...occupancy(filing) },
  { code: 'RELATION', ...relation(filing) },
  {
    code: 'DEPOSIT',
    question: '押金条款完整',
    found: 'pass',
    because: filing.depositFen === 0 ? '不收押金' : '签约时系统已核对金额、返还时间和扣减事由',
  },
  { code: 'ENTERPRISE', question: '出租方是企业的，资质齐全' },
  { code: 'CASE_OPEN', question: '房屋没有未结的群租案件' },
  { code: 'OVERLAP', question: '与有效备案不重叠', found: 'pass', because: '同一房间的租期不能重叠，签约时系统已核对' },
  { code: 'CONSENT', question: '声明和同意齐全', found: 'pass', because: '提交时已确认四项声明' },
]
