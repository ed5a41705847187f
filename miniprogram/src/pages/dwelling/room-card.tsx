import { ROOM_USE_NAMES, RoomUse } from '@anju/shared/dwelling/dwelling'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'
import { BedsField } from './beds-field'
import type { ErrorAt, RoomForm } from './home-form'

interface Props {
  index: number
  room: RoomForm
  withBeds: boolean
  /** Whether an approved conversion would matter. */
  approvable: boolean
  /** The rule that forbids to let this room, with its source. */
  law: string | undefined
  errorAt: ErrorAt
  onChange: (part: Partial<RoomForm>) => void
  /** Absent for the last room that is left. */
  onRemove?: () => void
}

const USES = RoomUse.options.map((value) => ({ value, label: ROOM_USE_NAMES[value] }))

export function RoomCard({ index, room, withBeds, approvable, law, errorAt, onChange, onRemove }: Props) {
  const name = room.roomNo ? `房间 ${room.roomNo}` : `第 ${index + 1} 个房间`
  return (
    <Card
      title={name}
      side={
        onRemove && (
          <Button kind="quiet" small icon="trash" onPress={onRemove}>
            移除
          </Button>
        )
      }
    >
      <TextField
        label="房间号"
        required
        maxLength={10}
        placeholder="例如：A、主、厅"
        value={room.roomNo}
        error={errorAt('roomNo')}
        onChange={(roomNo) => onChange({ roomNo })}
      />
      <PickField
        label="原始设计用途"
        required
        options={USES}
        value={room.originalUse}
        hint={law && `${ROOM_USE_NAMES[room.originalUse]}不得出租供人居住（${law}）`}
        error={errorAt('originalUse')}
        onChange={(originalUse) => onChange({ originalUse })}
      />
      <TextField
        label="使用面积（㎡）"
        type="decimal"
        maxLength={8}
        placeholder="未测量"
        hint={law ? undefined : '没有量过可以先留空，发布这个房间前再补上'}
        value={room.area}
        error={errorAt('usableAreaSquareMetres')}
        onChange={(area) => onChange({ area })}
      />
      {(approvable || room.approvalNo !== '') && !law && (
        <TextField
          label="改建批准文号"
          maxLength={60}
          hint="经主管部门批准改建的房间才有"
          value={room.approvalNo}
          error={errorAt('conversionApprovalNo')}
          onChange={(approvalNo) => onChange({ approvalNo })}
        />
      )}
      {withBeds && !law && (
        <BedsField name={name} beds={room.beds} errorAt={errorAt} onChange={(beds) => onChange({ beds })} />
      )}
    </Card>
  )
}
