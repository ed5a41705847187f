import { type PayCycle, payCycleName } from '@anju/shared/listing/listing'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { MoneyField } from '../../components/money-field'
import { PickField } from '../../components/pick-field'
import { OTHER } from './draft'
import type { PartProps } from './draw-up-form'

const USUAL: readonly PayCycle[] = [
  { depositMonths: 1, rentMonths: 1 },
  { depositMonths: 1, rentMonths: 3 },
  { depositMonths: 2, rentMonths: 1 },
  { depositMonths: 1, rentMonths: 6 },
  { depositMonths: 1, rentMonths: 12 },
]
const keyOf = ({ depositMonths, rentMonths }: PayCycle) => `${depositMonths}/${rentMonths}`
const nameOf = (cycle: PayCycle) => (cycle.rentMonths === 12 ? '年付（押一）' : payCycleName(cycle))
const OPTIONS = [
  ...USUAL.map((cycle) => ({ value: keyOf(cycle), label: nameOf(cycle) })),
  { value: OTHER, label: '其他' },
]

const DEPOSITS = [0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6].map((months) => ({
  value: String(months),
  label: months === 0 ? '不收押金' : `${months} 个月租金`,
}))
const PERIODS = [
  ...[1, 2, 3, 6, 12].map((months) => ({ value: String(months), label: `每 ${months} 个月付一次` })),
  { value: '0', label: '一次付清' },
]

/** Rent and 押几付几; another 押付 sets the deposit anew. */
export function DrawUpRent({ draft, set, errorAt }: PartProps) {
  const { payCycle } = draft
  const key = keyOf(payCycle)
  const [free, setFree] = useState(!OPTIONS.some((option) => option.value === key))
  const setCycle = (changes: Partial<PayCycle>) => set({ payCycle: { ...payCycle, ...changes }, depositTyped: false })
  const choose = (chosen: string) => {
    setFree(chosen === OTHER)
    const usual = USUAL.find((cycle) => keyOf(cycle) === chosen)
    if (usual) setCycle(usual)
  }
  return (
    <Card title="租金">
      <MoneyField
        label="月租金"
        required
        fen={draft.rentFen}
        onChange={(rentFen) => set({ rentFen })}
        error={errorAt('rentFen')}
      />
      <ChoiceField
        label="押付方式"
        required
        options={OPTIONS}
        value={free ? OTHER : key}
        onChange={choose}
        error={errorAt('payCycle')}
      />
      {free && (
        <View className="draw-up-pair">
          <PickField
            label="押金"
            required
            options={DEPOSITS}
            value={String(payCycle.depositMonths)}
            onChange={(months) => setCycle({ depositMonths: Number(months) })}
          />
          <PickField
            label="租金"
            required
            options={PERIODS}
            value={String(payCycle.rentMonths)}
            onChange={(months) => setCycle({ rentMonths: Number(months) as PayCycle['rentMonths'] })}
          />
        </View>
      )}
    </Card>
  )
}
