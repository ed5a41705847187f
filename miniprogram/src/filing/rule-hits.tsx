import { ROOM_USE_NAMES, RoomUse } from '@anju/shared/dwelling/dwelling'
import type { RuleHit } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import { RuleNotice } from '../components/notice'
import './rule-hits.scss'

type Value = RuleHit['inputs'][string]

const NAMES: Record<string, string> = {
  persons: '居住人数',
  rooms: '居室数',
  oneFamily: '一个家庭',
  areaSquareMetres: '使用面积（㎡）',
  unassigned: '未分配房间',
  livingRoomLet: '客厅单独出租',
  'occupancy.max_persons_per_room': '每间人数上限',
  'occupancy.min_area_square_metres': '人均下限（㎡）',
  roomNo: '房间',
  originalUse: '原始设计',
  certificateBedrooms: '产证居室数',
  roomsLet: '出租间数',
  unitKind: '出租方式',
  propertyKind: '房屋类别',
  tenantKind: '承租方',
}
const WORDS: Record<string, string> = {
  bed: '床位',
  residential: '住宅小区',
  dormitory: '宿舍型',
  employer: '单位',
  person: '个人',
}

function valueText(value: Value): string {
  if (value === null) return '没有填写'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  const use = RoomUse.safeParse(value)
  return use.success ? ROOM_USE_NAMES[use.data] : (WORDS[value] ?? value)
}

const inputsText = (inputs: RuleHit['inputs']) =>
  Object.entries(inputs)
    .map(([name, value]) => `${NAMES[name] ?? name} ${valueText(value)}`)
    .join('，')

/** What the rules said, and for the reviewer also what they looked at. */
export const RuleHits = ({ hits, withInputs }: { hits: readonly RuleHit[]; withInputs?: boolean }) => (
  <View className="rule-hits">
    {hits.map((hit) => (
      <View key={`${hit.ruleId}${hit.message}`}>
        <RuleNotice hit={hit} />
        {hit.override && <View className="rule-inputs">主管已准予例外：{hit.override.reason}</View>}
        {withInputs && <View className="rule-inputs figures">核对的数据：{inputsText(hit.inputs)}</View>}
      </View>
    ))}
  </View>
)
