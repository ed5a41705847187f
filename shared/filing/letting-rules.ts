import type { Rule } from '../rule/evaluate'

const SHANGHAI = '31'
const SHANGHAI_MEASURES = '上海市居住房屋租赁管理办法'
const N_PLUS_1 = '代理经租试点意见（未查到公开文本）'

/** How and to whom a home may be let: by the bed, to an employer, its sitting room, in dormitory-type projects. */
export const LETTING_RULES: readonly Rule[] = [
  {
    id: 'SH-OCC-06',
    version: 1,
    city: SHANGHAI,
    title: '住宅小区不得按床位出租',
    actions: { 'listing.published': 'BLOCK', 'filing.submitted': 'BLOCK', 'home.registered': 'BLOCK' },
    over: 'whole',
    when: {
      all: [
        { fact: 'propertyKind', among: ['residential'] },
        { fact: 'unitKind', among: ['bed'] },
      ],
    },
    message: '住宅小区内不得按床位出租；请改为整间出租',
    source: '上海市居住房屋租赁合同示范文本（2014 版）说明第三条',
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
  {
    id: 'SH-OCC-07',
    version: 1,
    city: SHANGHAI,
    title: '住宅小区不得设单位集体宿舍',
    actions: { 'listing.published': 'BLOCK', 'filing.submitted': 'BLOCK' },
    over: 'whole',
    when: {
      all: [
        { fact: 'propertyKind', among: ['residential'] },
        { fact: 'tenantKind', among: ['employer'] },
        { not: { is: 'oneFamily' } },
      ],
    },
    message: '住宅小区内不得设单位集体宿舍；请由实际居住人本人承租，或选择宿舍型项目',
    source: `${SHANGHAI_MEASURES}第十一条第二款；2014 版示范合同说明第三条`,
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
  {
    id: 'SH-OCC-07',
    line: 'one-family',
    version: 1,
    city: SHANGHAI,
    title: '单位承租住宅',
    actions: { 'listing.published': 'WARN', 'filing.submitted': 'WARN' },
    over: 'whole',
    when: {
      all: [
        { fact: 'propertyKind', among: ['residential'] },
        { fact: 'tenantKind', among: ['employer'] },
        { is: 'oneFamily' },
      ],
    },
    message: '单位承租住宅，请逐一填写实际居住人，并确认不作为集体宿舍使用',
    source: `${SHANGHAI_MEASURES}第十一条第二款；2014 版示范合同说明第三条`,
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
  {
    id: 'SH-OCC-10',
    version: 1,
    city: SHANGHAI,
    title: 'N+1：客厅单独出租',
    actions: { 'listing.published': 'BLOCK', 'filing.submitted': 'BLOCK' },
    over: 'whole',
    when: {
      all: [
        { is: 'livingRoomLet' },
        {
          not: {
            all: [
              { is: 'lessorEnterprise' },
              { is: 'livingRoomApproved' },
              {
                compare: [
                  { fact: 'livingRoomAreaSquareMetres' },
                  '>=',
                  { parameter: 'occupancy.n_plus_1_min_area_square_metres' },
                ],
              },
            ],
          },
        },
      ],
    },
    message:
      '客厅单独出租须由代理经租企业出租、有批准文号，且使用面积不小于 {occupancy.n_plus_1_min_area_square_metres} ㎡；请补充或改租卧室',
    source: N_PLUS_1,
    certainty: 'L',
    effectiveFrom: '2014-05-01',
    enabledBy: 'occupancy.n_plus_1',
  },
  {
    id: 'SH-OCC-11',
    line: 'beds',
    version: 1,
    city: '',
    title: '宿舍型项目每间床位',
    actions: { 'home.registered': 'BLOCK' },
    over: 'part',
    when: {
      all: [
        { fact: 'propertyKind', among: ['dormitory'] },
        { compare: [{ fact: 'beds' }, '>', { parameter: 'dormitory.max_beds_per_room' }] },
      ],
    },
    message: '{place}有 {beds} 个床位，宿舍型项目每间不得超过 {dormitory.max_beds_per_room} 个；请减少床位',
    source: '宿舍型项目的建设标准',
    certainty: 'L',
    effectiveFrom: '2021-05-01',
    enabledBy: 'dormitory.in_force',
  },
  {
    id: 'SH-OCC-11',
    line: 'area',
    version: 1,
    city: '',
    title: '宿舍型项目每床面积',
    actions: { 'home.registered': 'BLOCK' },
    over: 'part',
    when: {
      all: [
        { fact: 'propertyKind', among: ['dormitory'] },
        {
          compare: [
            { fact: 'areaSquareMetres' },
            '<',
            { times: [{ parameter: 'dormitory.min_area_square_metres' }, { fact: 'beds' }] },
          ],
        },
      ],
    },
    message:
      '{place} {areaSquareMetres} ㎡ 放 {beds} 个床位，每床不足 {dormitory.min_area_square_metres} ㎡；请减少床位',
    source: '宿舍型项目的建设标准',
    certainty: 'L',
    effectiveFrom: '2021-05-01',
    enabledBy: 'dormitory.in_force',
  },
]
