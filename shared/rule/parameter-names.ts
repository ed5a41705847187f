import type { OccupancyKey } from '../filing/parameters'
import type { ReadableKey } from './released'

/** What a parameter is, for those who read and change it. `most`: beyond it a number is a slip of the hand. */
interface ParameterName {
  title: string
  unit: string
  kind: 'number' | 'switch'
  most?: number
}

/** 可以录入的数字: the rules read each of them for the place and the day of an event. */
export const RECORDABLE: Record<OccupancyKey, ParameterName> = {
  'occupancy.max_persons_per_room': { title: '每间居住人数上限', unit: '人', kind: 'number', most: 20 },
  'occupancy.min_area_square_metres': { title: '人均使用面积下限', unit: '㎡', kind: 'number', most: 100 },
  'occupancy.n_plus_1': { title: '客厅可以单独出租（N+1）', unit: '', kind: 'switch' },
  'occupancy.n_plus_1_min_area_square_metres': {
    title: '单独出租的客厅面积下限',
    unit: '㎡',
    kind: 'number',
    most: 100,
  },
  'concentrated.rooms': { title: '集中出租的间数', unit: '间', kind: 'number', most: 1_000 },
  'concentrated.rooms_near': { title: '接近集中出租的间数', unit: '间', kind: 'number', most: 1_000 },
  'dormitory.in_force': { title: '宿舍型项目按数字审核', unit: '', kind: 'switch' },
  'dormitory.min_area_square_metres': { title: '宿舍型每床面积下限', unit: '㎡', kind: 'number', most: 100 },
  'dormitory.max_beds_per_room': { title: '宿舍型每间床位上限', unit: '张', kind: 'number', most: 100 },
  'filing.committee_check': { title: '审核前先由居（村）委会核查', unit: '', kind: 'switch' },
}

/** Those and the time limits, which come with a release. */
export const PARAMETER_NAMES: Record<ReadableKey, ParameterName> = {
  ...RECORDABLE,
  'filing.deadline_days': { title: '新办备案期限', unit: '日', kind: 'number' },
  'filing.change_deadline_days': { title: '变更、延续、注销期限', unit: '日', kind: 'number' },
  'filing.review_working_days': { title: '审核时限', unit: '个工作日', kind: 'number' },
  'filing.counterparty_days': { title: '对方确认期限', unit: '日', kind: 'number' },
  'filing.supplement_working_days': { title: '补正期限', unit: '个工作日', kind: 'number' },
}
