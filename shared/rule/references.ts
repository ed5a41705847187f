import type { RuleAction } from '../rule'
import type { Rule } from './evaluate'

/** Asked at no event: people apply it, and it is there to be read with its source. */
const reference = (
  id: string,
  title: string,
  message: string,
  source: string,
  certainty: Rule['certainty'],
  effectiveFrom: Rule['effectiveFrom'],
  city = '',
): Rule => ({
  id,
  version: 1,
  city,
  title,
  actions: {} satisfies Partial<Record<string, RuleAction>>,
  over: 'whole',
  when: { any: [] },
  message,
  source,
  certainty,
  effectiveFrom,
})

const MEASURES_2011 = '商品房屋租赁管理办法'
const ORDINANCE = '住房租赁条例'
const PRACTICE = '《上海市住房租赁合同网签备案操作规定》（沪房规范〔2024〕8号）'
const SHANGHAI = '31'

/** What clerks look up (rule sheet 1.1, 1.2, 2, 3.1). */
export const REFERENCES: readonly Rule[] = [
  reference(
    'SH-OCC-08',
    '不得出租的房屋',
    '违法建筑、经鉴定的危房、擅自改变使用性质的房屋不得出租；由受理人员按清单核对',
    `${MEASURES_2011}第六条`,
    'S',
    '2011-02-01',
  ),
  reference(
    'SH-OCC-12',
    '非居住存量房改建的规模',
    '改建为保障性租赁住房，不少于五十套，多床位宿舍不少于二百张床，且为整栋或整层',
    '上海市改建规定（据 2022 年汇编）',
    'S',
    '2022-01-01',
    SHANGHAI,
  ),
  reference(
    'SH-CON-02',
    '变更、延续、注销',
    '租约变更、续租或终止的，三十日内办理变更、延续或注销',
    `${MEASURES_2011}第十九条`,
    'V',
    '2011-02-01',
  ),
  reference(
    'SH-CON-03',
    '谁来备案',
    '经纪机构促成的由经纪机构办理，住房租赁企业出租的由企业办理，其他由出租人办理；出租人不办的，承租人可以办理',
    `${ORDINANCE}第八条、第二十七条`,
    'V',
    '2025-09-15',
  ),
  reference('SH-CON-04', '备案不收费', '备案不收取任何费用', `${ORDINANCE}第八条第二款`, 'V', '2025-09-15'),
  reference(
    'N-05',
    '核验身份和权属',
    '出租人应当出示身份证明和房屋权属证明，并核验承租人身份；不得出租给拒不出示身份证明的人',
    `${ORDINANCE}第九条`,
    'V',
    '2025-09-15',
  ),
  reference(
    'N-23',
    '未备案不影响合同效力',
    '租赁合同没有备案的，不影响合同的效力',
    '民法典第七百零六条',
    'V',
    '2021-01-01',
  ),
  reference(
    'N-33',
    '没有规划许可的房屋',
    '没有取得建设工程规划许可证的房屋，租赁合同无效；由受理人员按清单核对',
    '最高人民法院关于审理城镇房屋租赁合同纠纷案件的解释第二条',
    'V',
    '2021-01-01',
  ),
  reference(
    'FIL-01',
    '网签备案的依据',
    '上海市住房租赁合同网签备案按本规定办理',
    PRACTICE,
    'V',
    '2024-12-01',
    SHANGHAI,
  ),
  reference(
    'FIL-02',
    '受理和监管',
    '社区事务受理服务中心受理核对，街道办事处、镇人民政府日常监管，区房管部门监督',
    `${PRACTICE}第三条`,
    'V',
    '2024-12-01',
    SHANGHAI,
  ),
  reference(
    'FIL-07',
    '办理时限',
    '窗口当场办结；网上一至三个工作日。逾期转镇管理员，不自动通过',
    '各地办理指南',
    'M',
    '2024-12-01',
  ),
  reference(
    'FIL-08',
    '居委会核查',
    '部分区在备案前由居委会出具无违规居住的证明',
    '区级办理指南',
    'S',
    '2024-12-01',
    SHANGHAI,
  ),
  reference(
    'FIL-15',
    '一次性告知',
    '缺少材料的，应当一次性告知需要补正的全部内容',
    '居住证暂行条例第九条',
    'V',
    '2016-01-01',
  ),
]
