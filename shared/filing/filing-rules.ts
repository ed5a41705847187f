import type { Rule } from '../rule/evaluate'

const SHANGHAI_MEASURES = '上海市居住房屋租赁管理办法'

/** What a filing is asked beside persons and rooms: its day, its deposit clause, its title, how much is let together. */
export const FILING_RULES: readonly Rule[] = [
  {
    id: 'FIL-04',
    line: 'title-form',
    version: 1,
    city: '',
    title: '产权证号的格式',
    actions: { 'filing.submitted': 'WARN' },
    over: 'whole',
    when: { all: [{ known: { fact: 'titleNo' } }, { not: { is: 'titleFormKnown' } }] },
    message: '产权证号“{titleNo}”不是常见的格式；请对照证书核对，老证照实填写即可',
    source: '不动产权证书样式；各地办理指南',
    certainty: 'S',
    effectiveFrom: '2015-03-01',
  },
  {
    id: 'SH-CON-01',
    version: 1,
    city: '',
    title: '签订之日起三十日内备案',
    actions: { 'filing.submitted': 'FLAG' },
    over: 'whole',
    when: {
      all: [
        { compare: [{ fact: 'daysSinceSigned' }, '>', { parameter: 'filing.deadline_days' }] },
        // Where the last day is a day off, the next working day is in time (Civil Code art. 203).
        { compare: [{ fact: 'daysPastDue' }, '>', 0] },
      ],
    },
    message: '租约签订已 {daysSinceSigned} 天，超过 {filing.deadline_days} 日的备案期限；现在仍可以办理',
    source: '商品房屋租赁管理办法第十四条',
    certainty: 'V',
    effectiveFrom: '2011-02-01',
  },
  {
    id: 'SH-OCC-09',
    version: 1,
    city: '31',
    title: '集中出租',
    actions: { 'filing.submitted': 'FLAG' },
    over: 'whole',
    when: { compare: [{ fact: 'roomsInUse' }, '>=', { parameter: 'concentrated.rooms' }] },
    message:
      '这处房屋出租 {roomsInUse} 间，达到集中出租的 {concentrated.rooms} 间；须有管理制度、专人管理和居住人登记簿，并报公安部门',
    source: `${SHANGHAI_MEASURES}第十一条第一款`,
    certainty: 'S',
    effectiveFrom: '2014-05-01',
  },
  {
    id: 'SH-OCC-09',
    line: 'near',
    version: 1,
    city: '31',
    title: '接近集中出租',
    actions: { 'filing.submitted': 'WARN' },
    over: 'whole',
    when: {
      all: [
        { compare: [{ fact: 'roomsInUse' }, '>=', { parameter: 'concentrated.rooms_near' }] },
        { compare: [{ fact: 'roomsInUse' }, '<', { parameter: 'concentrated.rooms' }] },
      ],
    },
    message: '这处房屋出租 {roomsInUse} 间，到 {concentrated.rooms} 间即为集中出租；请提前备好管理制度和居住人登记簿',
    source: `${SHANGHAI_MEASURES}第十一条第一款`,
    certainty: 'S',
    effectiveFrom: '2014-05-01',
  },
  {
    id: 'N-06',
    version: 1,
    city: '',
    title: '押金条款',
    actions: { 'filing.submitted': 'BLOCK' },
    over: 'whole',
    when: {
      all: [
        { compare: [{ fact: 'depositFen' }, '>', 0] },
        {
          any: [{ not: { known: { fact: 'depositReturnDays' } } }, { compare: [{ fact: 'deductionGrounds' }, '=', 0] }],
        },
      ],
    },
    message: '收取押金须写明金额、返还时间和扣减事由；请双方变更租约补充后再备案',
    source: '住房租赁条例第十条',
    certainty: 'V',
    effectiveFrom: '2025-09-15',
  },
]
