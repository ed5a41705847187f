import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { confirm } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { type Change, type ErrorAt, type HomeForm, newRoom, type RoomForm } from './home-form'
import { partitionHit, partitionLaw, roomHit, ruleLine, sourceOf } from './law-hints'
import { RoomCard } from './room-card'

interface Props {
  form: HomeForm
  /** The town whose law applies; none is chosen yet: what holds everywhere. */
  townCode: string | undefined
  change: Change
  errorAt: ErrorAt
}

const MOST_ROOMS = 30
const touched = ({ roomNo, area, approvalNo, beds }: RoomForm) =>
  [roomNo, area, approvalNo].some(Boolean) || beds.length > 0

export function RoomsSection({ form, townCode, change, errorAt }: Props) {
  const { rooms } = form
  const partition = partitionHit(form, townCode)
  const law = partitionLaw(townCode)
  const remove = async (room: RoomForm) => {
    const sure =
      !touched(room) ||
      (await confirm({
        title: `移除${room.roomNo || '这个'}房间？`,
        content: '保存后生效。',
        yes: '移除',
        danger: true,
      }))
    if (sure) change({ rooms: rooms.filter(({ key }) => key !== room.key) })
  }
  return (
    <>
      {rooms.map((room, index) => {
        const hit = roomHit(form, index, townCode)
        return (
          <RoomCard
            key={room.key}
            index={index}
            room={room}
            withBeds={form.propertyKind === 'dormitory'}
            approvable={partition !== undefined}
            law={hit && ruleLine(hit)}
            errorAt={(path) => errorAt(`rooms.${index}.${path}`)}
            onChange={(part) =>
              change({ rooms: rooms.map((other) => (other.key === room.key ? { ...other, ...part } : other)) })
            }
            onRemove={rooms.length > 1 ? () => void remove(room) : undefined}
          />
        )
      })}
      {errorAt('rooms') && (
        <View className="field-error" role="alert">
          {errorAt('rooms')}
        </View>
      )}
      {partition ? (
        <Notice tone="warn" title={partition.message} ruleId={partition.ruleId} source={sourceOf(partition)} />
      ) : (
        <Notice ruleId={law?.ruleId} source={law && sourceOf(law)}>
          一间原始设计的房间是最小的出租单位，不得隔开再租。厨房、卫生间等也请登记，用来核对户型。
        </Notice>
      )}
      {rooms.length < MOST_ROOMS && (
        <Button kind="quiet" icon="plus" onPress={() => change({ rooms: [...rooms, newRoom(rooms)] })}>
          添加房间
        </Button>
      )}
    </>
  )
}
