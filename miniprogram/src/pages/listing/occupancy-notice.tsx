import { parameterFor } from '@anju/shared/filing/parameters'
import { UNCERTAIN_NOTICE } from '@anju/shared/rule'
import type { RuleParameter } from '@anju/shared/rule-parameter'
import { View } from '@tarojs/components'
import { Notice } from '../../components/notice'
import { today } from './listing-words'

interface Props {
  regionCode: string
  /** 使用面积 of the one room that is let, where it is known; never a building area. */
  usableAreaSquareMetres?: number
}

const sourcesOf = (parameters: RuleParameter[]): string => {
  const sources = parameters.map(({ source }) => source)
  const words = sources.filter((source) => !sources.some((other) => other !== source && other.includes(source)))
  const sure = parameters.every(({ certainty }) => certainty === 'V')
  return `${[...new Set(words)].join('；')}${sure ? '' : `（${UNCERTAIN_NOTICE}）`}`
}

/** 居住人数 (SH-OCC-02, 03, 04): how many may live there; nothing where the city has given no number. */
export function OccupancyNotice({ regionCode, usableAreaSquareMetres = 0 }: Props) {
  const most = parameterFor('occupancy.max_persons_per_room', regionCode, today())
  const least = parameterFor('occupancy.min_area_square_metres', regionCode, today())
  if (!most || !least) return null
  const persons = Math.min(most.value, Math.floor(usableAreaSquareMetres / least.value))
  return (
    <Notice title="居住人数" ruleId="SH-OCC-02、SH-OCC-04" source={sourcesOf([most, least])}>
      <View>
        每个房间最多住 {most.value} 人（有法定赡养、抚养、扶养关系的除外），人均使用面积不少于 {least.value} ㎡。
      </View>
      {persons > 0 && (
        <View>
          这间 {usableAreaSquareMetres} ㎡，一般最多住 {persons} 人。
        </View>
      )}
    </Notice>
  )
}
