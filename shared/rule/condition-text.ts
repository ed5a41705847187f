import type { Comparison, Condition, Term } from './condition'
import { PARAMETER_NAMES } from './parameter-names'

/** The facts that conditions read, as people call them. */
const FACT_NAMES: Record<string, string> = {
  place: '位置',
  useName: '原始设计用途',
  persons: '居住人数',
  rooms: '居室数',
  areaSquareMetres: '使用面积',
  oneFamily: '全部有法定扶养关系',
  unassigned: '整租且没有分配房间',
  originalUse: '原始设计用途',
  certificateBedrooms: '产证居室数',
  roomsLet: '出租间数',
  roomsInUse: '在租间数',
  livingRoomLet: '客厅单独出租',
  livingRoomApproved: '客厅有改建批准',
  livingRoomAreaSquareMetres: '客厅使用面积',
  lessorEnterprise: '出租方为企业',
  unitKind: '出租方式',
  propertyKind: '房屋类别',
  tenantKind: '承租方',
  beds: '床位数',
  titleNo: '产权证号',
  titleFormKnown: '产权证号格式常见',
  daysSinceSigned: '签订后天数',
  daysPastDue: '超过截止日的天数',
  depositFen: '押金',
  depositReturnDays: '押金返还天数',
  deductionGrounds: '扣减事由数',
}
const WORDS: Record<string, string> = {
  kitchen: '厨房',
  bathroom: '卫生间',
  balcony: '阳台',
  corridor: '过道',
  storage: '贮藏室',
  garage: '车库',
  residential: '住宅小区',
  dormitory: '宿舍型',
  bed: '床位',
  employer: '单位',
}
const SIGNS: Record<Comparison, string> = { '<': '小于', '<=': '不超过', '=': '等于', '>=': '不小于', '>': '大于' }

const parameterTitle = (key: string): string => PARAMETER_NAMES[key as keyof typeof PARAMETER_NAMES]?.title ?? key
const factName = (name: string): string => FACT_NAMES[name] ?? name

function termText(term: Term): string {
  if (typeof term === 'number') return String(term)
  if ('fact' in term) return factName(term.fact)
  if ('parameter' in term) return `［${parameterTitle(term.parameter)}］`
  return ('times' in term ? term.times : term.plus).map(termText).join('times' in term ? ' × ' : ' + ')
}

/** What a rule says, with the names of what it fills in: ［位置］住 ［居住人数］ 人. */
export const messageText = (message: string): string =>
  message.replace(/\{([\w.]+)\}/g, (_, name: string) =>
    name.includes('.') ? `［${parameterTitle(name)}］` : `［${factName(name)}］`,
  )

/** A condition as a clerk reads it: 居住人数 大于 ［每间居住人数上限］ × 居室数，且不是“全部有法定扶养关系”. */
export function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionText).join('，且')
  if ('any' in condition)
    return condition.any.length > 1
      ? `（${condition.any.map(conditionText).join('，或')}）`
      : condition.any.map(conditionText).join('')
  if ('not' in condition) return `不是“${conditionText(condition.not)}”`
  if ('is' in condition) return factName(condition.is)
  if ('on' in condition) return `［${parameterTitle(condition.on)}］已开启`
  if ('known' in condition) return `${termText(condition.known)}已知`
  if ('among' in condition)
    return `${factName(condition.fact)}为${condition.among.map((word) => WORDS[word] ?? word).join('、')}`
  const [one, comparison, other] = condition.compare
  return `${termText(one)} ${SIGNS[comparison]} ${termText(other)}`
}
