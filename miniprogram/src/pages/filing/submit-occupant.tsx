import { roomName } from '@anju/shared/dwelling/dwelling'
import { RELATION_NAMES, Relation } from '@anju/shared/filing/occupant'
import { IDENTITY_NAMES, IdentityKind } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DateField } from '../../components/date-field'
import { Icon } from '../../components/icon'
import { PickField } from '../../components/pick-field'
import { press } from '../../components/press'
import { Tag } from '../../components/tag'
import { TextField } from '../../components/text-field'
import { type DraftOccupant, isComplete, isFamily, wrongIn } from '../../filing/draft'
import { Tick } from '../../person/tick'

const KINDS = IdentityKind.options.map((value) => ({ value, label: IDENTITY_NAMES[value] }))
const RELATIONS = Relation.options.map((value) => ({ value, label: RELATION_NAMES[value] }))

interface Props {
  index: number
  occupant: DraftOccupant
  all: readonly DraftOccupant[]
  /** The whole home is let: each person has a bedroom. */
  assigns: boolean
  bedrooms: readonly string[]
  open: boolean
  tried: boolean
  onOpen: () => void
  onChange: (occupant: DraftOccupant) => void
  onRemove: (() => void) | undefined
}

export function OccupantForm(props: Props) {
  const { index, occupant, all, open, onOpen } = props
  const complete = isComplete(occupant, all)
  return (
    <Card>
      <View {...press(onOpen)} className="occupant-bar" aria-expanded={open ? 'true' : 'false'}>
        <View className="occupant-who">
          <View className="occupant-title">{occupant.name || `居住人 ${index + 1}`}</View>
          <View className="occupant-note">{RELATION_NAMES[occupant.relation]}</View>
        </View>
        <Tag tone={complete ? 'done' : 'warn'}>{complete ? '已填好' : '未填完'}</Tag>
        <Icon name="down" className={open ? 'occupant-arrow occupant-arrow-up' : 'occupant-arrow'} />
      </View>
      {open && <Fields {...props} />}
    </Card>
  )
}

function Fields({ occupant, all, assigns, bedrooms, tried, onChange, onRemove }: Props) {
  const [left, setLeft] = useState<{ name?: boolean; number?: boolean }>({})
  const wrong = wrongIn(occupant, all)
  const change = (part: Partial<DraftOccupant>) => onChange({ ...occupant, ...part })
  const tenantElsewhere = all.some((other) => other.key !== occupant.key && other.relation === 'self')
  const numberWrong = tried || (left.number && occupant.identityNumber !== '') ? wrong.identityNumber : undefined
  return (
    <>
      <TextField
        label="姓名"
        required
        maxLength={50}
        value={occupant.name}
        onChange={(name) => change({ name })}
        onBlur={() => setLeft({ ...left, name: true })}
        error={tried || left.name ? wrong.name : undefined}
      />
      <PickField
        label="与承租人关系"
        required
        options={tenantElsewhere ? RELATIONS.filter(({ value }) => value !== 'self') : RELATIONS}
        value={occupant.relation}
        onChange={(relation) => change({ relation, supportRelation: isFamily(relation) })}
      />
      {isFamily(occupant.relation) && (
        <Tick
          label="声明：与承租人有法定赡养、抚养、扶养义务"
          note="社区可能请您出示户口簿或结婚证；声明不实要承担责任。"
          on={occupant.supportRelation}
          onChange={(supportRelation) => change({ supportRelation })}
        />
      )}
      <PickField
        label="证件类型"
        required
        options={KINDS}
        value={occupant.identityKind}
        onChange={(identityKind) => change({ identityKind })}
      />
      <TextField
        label="证件号码"
        required
        type="identity"
        maxLength={30}
        hint={
          occupant.identityMasked
            ? `已加密保存 ${occupant.identityMasked}，要改才需重填`
            : '加密保存，不会存在这台设备上'
        }
        value={occupant.identityNumber}
        onChange={(identityNumber) => change({ identityNumber })}
        onBlur={() => setLeft({ ...left, number: true })}
        error={numberWrong}
      />
      {assigns && <RoomField bedrooms={bedrooms} value={occupant.roomNo} onChange={(roomNo) => change({ roomNo })} />}
      <DateField label="入住日期" value={occupant.movedInOn} onChange={(movedInOn) => change({ movedInOn })} />
      {onRemove && (
        <Button kind="quiet" small icon="trash" onPress={onRemove}>
          移除这位居住人
        </Button>
      )}
    </>
  )
}

interface RoomFieldProps {
  bedrooms: readonly string[]
  value: string
  onChange: (roomNo: string) => void
}

const RoomField = ({ bedrooms, value, onChange }: RoomFieldProps) => (
  <PickField
    label="居住的卧室"
    hint="每个人都分好卧室，才能按卧室核对人数和面积。"
    options={bedrooms.map((roomNo) => ({ value: roomNo, label: roomName(roomNo) }))}
    value={value}
    onChange={onChange}
  />
)
