import { RoomUse, ROOM_USE_NAMES } from '@anju/shared/dwelling/dwelling'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'
import { BedsField } from './beds-field'
import type { ErrorAt, RoomForm } from './home-form'
import { isLiving } from './law-hints'

interface Props {
  index: number
  room: RoomForm
  withBeds: boolean
  /** The rule that forbids to let this room, with its source. */
  law: string | undefined
  errorAt: ErrorAt
  onChange: (part: Partial<RoomForm>) => void
  /** Absent for the last room that is left. */
  onRemove?: () => void
}

const USES = RoomUse.options.map((value) => ({ value, label: ROOM_USE_NAMES[value] }))
const MEASURED = [
  { value: 'yes', label: '已测量' },
  { value: 'no', label: '未测量' },
] as const

export function RoomCard({ index, room, withBeds, law, errorAt, onChange, onRemove }: Props) {
  const name = room.roomNo ? `房间 ${room.roomNo}` : `第 ${index + 1} 个房间`
  return (
    <Card
      title={name}
      side={
        onRemove && (
          <Button kind='quiet' small icon='trash' onPress={onRemove}>
            移除
          </Button>
        )
      }
    >
      <TextField
        label='房间号'
        required
        maxLength={10}
        placeholder='例如：A、主、厅'
        value={room.roomNo}
        error={errorAt('roomNo')}
        onChange={(roomNo) => onChange({ roomNo })}
      />
      <PickField
        label='原始设计用途'
        required
        options={USES}
        value={room.originalUse}
        hint={law && `${ROOM_USE_NAMES[room.originalUse]}不得出租供人居住（${law}）`}
        error={errorAt('originalUse')}
        onChange={(originalUse) => onChange({ originalUse })}
      />
      <ChoiceField
        label='使用面积'
        required
        options={MEASURED}
        value={room.measured ? 'yes' : 'no'}
        hint={room.measured ? undefined : '没有使用面积就不能发布这个房间，也无法核对人均面积'}
        onChange={(answer) => onChange({ measured: answer === 'yes' })}
      />
      {room.measured && (
        <TextField
          label='使用面积（㎡）'
          required
          type='decimal'
          maxLength={8}
          placeholder='例如：14.2'
          value={room.area}
          error={errorAt('usableAreaSquareMetres')}
          onChange={(area) => onChange({ area })}
        />
      )}
      {isLiving(room.originalUse) && (
        <TextField
          label='改建批准文号'
          maxLength={60}
          hint='经主管部门批准改建的房间才有'
          value={room.approvalNo}
          error={errorAt('conversionApprovalNo')}
          onChange={(approvalNo) => onChange({ approvalNo })}
        />
      )}
      {withBeds && isLiving(room.originalUse) && (
        <BedsField name={name} beds={room.beds} errorAt={errorAt} onChange={(beds) => onChange({ beds })} />
      )}
    </Card>
  )
}
