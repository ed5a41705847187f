import type { Condition } from '../rule/condition'
import type { Rule } from '../rule/evaluate'
import { LETTING_RULES } from './letting-rules'

const SHANGHAI = '31'
const MEASURES_2011 = '商品房屋租赁管理办法第八条'
const ORDINANCE = '住房租赁条例第七条第二款'
const TEMPLATE = '上海市居住房屋租赁合同示范文本（2014 版）说明第三条'
const SHANGHAI_MEASURES = '上海市居住房屋租赁管理办法'

const persons = { fact: 'persons' }
const area = { fact: 'areaSquareMetres' }
const most = { parameter: 'occupancy.max_persons_per_room' }
const least = { parameter: 'occupancy.min_area_square_metres' }
/** More than so many in each room, and not one household by a statutory duty of support (SH-OCC-03). */
const crowded: Condition = {
  all: [{ compare: [persons, '>', { times: [most, { fact: 'rooms' }] }] }, { not: { is: 'oneFamily' } }],
}
const cramped: Condition = { compare: [area, '<', { times: [least, persons] }] }
/** Nobody assigned the bedrooms of a whole home: judged as one place, and never refused. */
const unassigned: Condition = { is: 'unassigned' }
const unmeasured: Condition = { all: [{ known: least }, { not: { known: area } }] }

/** One text over each room, and over a whole home whose bedrooms nobody assigned. */
const perPlace = (
  of: Omit<Rule, 'over' | 'actions' | 'line'>,
  line: string | undefined,
  action: 'BLOCK' | 'WARN',
): Rule[] => [
  { ...of, ...(line && { line }), over: 'part', actions: { 'listing.published': action, 'filing.submitted': action } },
  {
    ...of,
    line: line ? `${line}-whole` : 'whole',
    over: 'whole',
    when: { all: [unassigned, of.when] },
    actions: { 'listing.published': 'WARN', 'filing.submitted': 'WARN' },
  },
]

const TOO_MANY =
  '{place}住 {persons} 人，每个房间不得超过 {occupancy.max_persons_per_room} 人；请减少居住人，或如实填写法定赡养、抚养、扶养关系'
const TOO_SMALL =
  '{place}使用面积 {areaSquareMetres} ㎡，住 {persons} 人，人均不足 {occupancy.min_area_square_metres} ㎡；请减少居住人或换更大的房间'
const NOT_MEASURED = '{place}没有填写使用面积，无法核对人均居住面积；请量一量并补填，不要用建筑面积代替'
/** The numbers of Shanghai; elsewhere the national rule with the city's own numbers, once there are any (N-03). */
const counts = (of: Pick<Rule, 'id' | 'version' | 'city' | 'except' | 'source' | 'certainty' | 'effectiveFrom'>) =>
  perPlace({ ...of, title: '每间居住人数', when: crowded, message: TOO_MANY }, undefined, 'BLOCK')
const areas = (
  of: Pick<Rule, 'id' | 'version' | 'city' | 'except' | 'source' | 'certainty' | 'effectiveFrom'>,
  line: string | undefined,
) => [
  ...perPlace({ ...of, title: '人均居住面积', when: cramped, message: TOO_SMALL }, line, 'BLOCK'),
  ...perPlace({ ...of, title: '人均居住面积', when: unmeasured, message: NOT_MEASURED }, 'unmeasured', 'WARN'),
]
const shanghai = {
  version: 1,
  city: SHANGHAI,
  source: `${SHANGHAI_MEASURES}第十条`,
  certainty: 'V',
  effectiveFrom: '2014-05-01',
} as const
const elsewhere = {
  id: 'N-03',
  version: 1,
  city: '',
  except: [SHANGHAI],
  source: '住房租赁条例第七条第三款',
  certainty: 'V',
  effectiveFrom: '2025-09-15',
} as const

/** One sitting room more than bedrooms: where N+1 is switched on, a matter of SH-OCC-10. */
const oneSittingRoomMore: Condition = {
  all: [
    { on: 'occupancy.n_plus_1' },
    { is: 'livingRoomLet' },
    { compare: [{ fact: 'roomsLet' }, '<=', { plus: [{ fact: 'certificateBedrooms' }, 1] }] },
  ],
}
const partitioned = (of: Pick<Rule, 'line' | 'city' | 'except' | 'source' | 'effectiveFrom'>): Rule => ({
  id: 'SH-OCC-01',
  version: 1,
  title: '最小出租单位',
  actions: { 'listing.published': 'BLOCK', 'filing.submitted': 'BLOCK' },
  over: 'whole',
  when: {
    all: [{ compare: [{ fact: 'roomsLet' }, '>', { fact: 'certificateBedrooms' }] }, { not: oneSittingRoomMore }],
  },
  message: '产证上有 {certificateBedrooms} 间居室，出租 {roomsLet} 间；请拆除隔间，或在房屋资料中填写改建批准文号',
  certainty: 'V',
  ...of,
})

const notLiving = (
  uses: readonly string[],
  of: Pick<Rule, 'version' | 'source' | 'effectiveFrom' | 'effectiveTo'>,
): Rule => ({
  id: 'SH-OCC-05',
  city: '',
  title: '非居住空间不得出租',
  actions: { 'listing.published': 'BLOCK', 'filing.submitted': 'BLOCK' },
  over: 'part',
  when: { fact: 'originalUse', among: uses },
  message: '{place}原始设计为{useName}，不得出租供人居住；请改选卧室',
  certainty: 'V',
  ...of,
})

/** 居住规定 SH-OCC-01 to 05 and N-03 over rooms and persons; with them what may be let to whom (rule sheet 1.1, 2). */
export const OCCUPANCY_RULES: readonly Rule[] = [
  partitioned({ city: SHANGHAI, source: TEMPLATE, effectiveFrom: '2014-05-01' }),
  partitioned({
    line: 'national',
    city: '',
    except: [SHANGHAI],
    source: MEASURES_2011,
    effectiveFrom: '2011-02-01',
  }),
  notLiving(['kitchen', 'bathroom', 'balcony', 'storage'], {
    version: 1,
    source: MEASURES_2011,
    effectiveFrom: '2011-02-01',
    effectiveTo: '2025-09-14',
  }),
  notLiving(['kitchen', 'bathroom', 'balcony', 'corridor', 'storage', 'garage'], {
    version: 2,
    source: ORDINANCE,
    effectiveFrom: '2025-09-15',
  }),
  ...counts({ ...shanghai, id: 'SH-OCC-02' }),
  {
    id: 'SH-OCC-03',
    version: 1,
    city: SHANGHAI,
    title: '法定扶养关系不受人数限制',
    actions: { 'filing.submitted': 'INFO' },
    over: 'part',
    when: { all: [{ compare: [persons, '>', { times: [most, { fact: 'rooms' }] }] }, { is: 'oneFamily' }] },
    message: '{place}住 {persons} 人，按所填的赡养、抚养、扶养关系不受人数限制；请备好户口簿或结婚证供核对',
    source: `${SHANGHAI_MEASURES}第十条`,
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
  ...areas({ ...shanghai, id: 'SH-OCC-04' }, undefined),
  ...counts(elsewhere).map((rule) => ({ ...rule, line: rule.line ? `persons-${rule.line}` : 'persons' })),
  ...areas(elsewhere, 'area'),
  {
    ...elsewhere,
    line: 'not-given',
    title: '人数和人均面积由市规定',
    actions: { 'filing.submitted': 'INFO' },
    over: 'whole',
    when: { any: [{ not: { known: most } }, { not: { known: least } }] },
    message: '没有查到本市公布的每间人数或人均面积，本软件不作判断；请向社区工作人员询问',
  },
  ...LETTING_RULES,
]
