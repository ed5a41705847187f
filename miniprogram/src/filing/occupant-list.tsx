import { roomName } from '@anju/shared/dwelling/dwelling'
import type { FilingView } from '@anju/shared/filing/filing'
import { RELATION_NAMES } from '@anju/shared/filing/occupant'
import { IDENTITY_NAMES } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { Card } from '../components/card'
import { Tag } from '../components/tag'
import { dayText } from './words'
import './occupant-list.scss'

/** 居住人, their document numbers masked. */
export const OccupantList = ({ occupants }: Pick<FilingView, 'occupants'>) => (
  <Card title={`居住人 ${occupants.length} 人`}>
    {occupants.map((occupant) => (
      <View key={`${occupant.name}${occupant.identityMasked}`} className="occupant">
        <View className="occupant-head">
          <View className="occupant-name">{occupant.name}</View>
          <Tag>{RELATION_NAMES[occupant.relation]}</Tag>
        </View>
        <View className="occupant-line figures">
          {IDENTITY_NAMES[occupant.identityKind]} {occupant.identityMasked}
        </View>
        {(occupant.roomNo || occupant.movedInOn) && (
          <View className="occupant-line figures">
            {[
              occupant.roomNo && `住${roomName(occupant.roomNo)}`,
              occupant.movedInOn && `${dayText(occupant.movedInOn)}入住`,
            ]
              .filter(Boolean)
              .join('，')}
          </View>
        )}
        {occupant.supportRelation && <View className="occupant-line">声明与承租人有法定赡养、抚养、扶养义务</View>}
      </View>
    ))}
  </Card>
)
