import { View } from '@tarojs/components'
import { DateField } from '../../components/date-field'
import type { Receipt } from './receipt'

interface Props {
  receipt: Receipt
  set: (changes: Partial<Receipt>) => void
  errorAt: (path: string) => string | undefined
}

/** Which days the rent is for. */
export const RecordPeriod = ({ receipt, set, errorAt }: Props) => (
  <View className="record-pair">
    <DateField
      label="租金从"
      value={receipt.coversFrom}
      onChange={(coversFrom) => set({ coversFrom })}
      error={errorAt('coversFrom')}
    />
    <DateField
      label="租金到"
      value={receipt.coversTo}
      min={receipt.coversFrom}
      onChange={(coversTo) => set({ coversTo })}
      error={errorAt('coversTo')}
    />
  </View>
)
