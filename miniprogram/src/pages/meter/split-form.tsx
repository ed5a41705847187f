import { roomName } from '@anju/shared/dwelling/dwelling'
import { METER_KIND_NAMES, MeterKind } from '@anju/shared/meter/device'
import { Card } from '../../components/card'
import { ChoiceField, ChoicesField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { MoneyField } from '../../components/money-field'
import { TextField } from '../../components/text-field'
import type { SplitDraft } from './split-draft'
import { today } from './walk'

const MODES = [
  { value: 'metered', label: '按分表用量' },
  { value: 'equal', label: '平均分摊' },
  { value: 'ratio', label: '按比例' },
  { value: 'fixed', label: '每间固定金额' },
] as const
const RATIO = [
  { value: 'persons', label: '按人数' },
  { value: 'area', label: '按使用面积' },
] as const
const COMMON = [{ value: 'equal', label: '平均' }, ...RATIO, { value: 'metered', label: '按各间用量' }] as const
const PRICES = [
  { value: 'tariff', label: '本市阶梯价' },
  { value: 'unit', label: '自定单价' },
  { value: 'bill', label: '账单金额' },
] as const

interface Props {
  draft: SplitDraft
  onChange: (draft: SplitDraft) => void
}

export function SplitForm({ draft, onChange }: Props) {
  const set = (changes: Partial<SplitDraft>) => onChange({ ...draft, ...changes })
  const setRoom = (roomNo: string, changes: Partial<SplitDraft['rooms'][number]>) =>
    set({ rooms: draft.rooms.map((room) => (room.roomNo === roomNo ? { ...room, ...changes } : room)) })
  const byPersons =
    draft.mode === 'ratio' ? draft.ratioBy === 'persons' : draft.mode === 'metered' && draft.commonBy === 'persons'
  const taking = draft.rooms.filter(({ on }) => on)
  return (
    <>
      <Card title="什么费用">
        <ChoiceField
          required
          label="种类"
          options={MeterKind.options.map((value) => ({ value, label: METER_KIND_NAMES[value].slice(0, -1) }))}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        <DateField
          required
          label="从哪次抄表"
          hint="取这一天或之前最近的读数"
          value={draft.from}
          onChange={(from) => set({ from })}
          max={today()}
        />
        <DateField required label="到哪次抄表" value={draft.to} onChange={(to) => set({ to })} max={today()} />
        <ChoiceField
          required
          label="怎么计价"
          options={PRICES}
          value={draft.price}
          onChange={(price) => set({ price })}
        />
        {draft.price === 'unit' && (
          <TextField
            label="单价（元）"
            value={draft.unitPrice}
            onChange={(unitPrice) => set({ unitPrice })}
            type="decimal"
            maxLength={7}
            required
          />
        )}
        {draft.price === 'bill' && (
          <MoneyField label="账单金额" fen={draft.billFen} onChange={(billFen) => set({ billFen })} required />
        )}
      </Card>
      <Card title="怎么分">
        <ChoiceField required label="方式" options={MODES} value={draft.mode} onChange={(mode) => set({ mode })} />
        {draft.mode === 'ratio' && (
          <ChoiceField
            required
            label="比例"
            options={RATIO}
            value={draft.ratioBy}
            onChange={(ratioBy) => set({ ratioBy })}
          />
        )}
        {draft.mode === 'metered' && (
          <ChoiceField
            required
            label="公摊怎么分"
            hint="总表减去各间分表，或公共部分自己的表"
            options={COMMON}
            value={draft.commonBy}
            onChange={(commonBy) => set({ commonBy })}
          />
        )}
        <ChoicesField
          required
          label="参与的房间"
          options={draft.rooms.map(({ roomNo }) => ({ value: roomNo, label: roomName(roomNo) }))}
          values={taking.map(({ roomNo }) => roomNo)}
          onChange={(values) =>
            set({ rooms: draft.rooms.map((room) => ({ ...room, on: values.includes(room.roomNo) })) })
          }
        />
        {byPersons &&
          taking.map(({ roomNo, persons }) => (
            <TextField
              key={roomNo}
              label={`${roomName(roomNo)}住几人`}
              value={persons}
              onChange={(next) => setRoom(roomNo, { persons: next })}
              type="number"
              maxLength={2}
              required
            />
          ))}
        {draft.mode === 'fixed' &&
          taking.map(({ roomNo, fixedFen }) => (
            <MoneyField
              key={roomNo}
              label={`${roomName(roomNo)}每期`}
              fen={fixedFen}
              onChange={(next) => setRoom(roomNo, { fixedFen: next })}
              required
            />
          ))}
      </Card>
    </>
  )
}
