import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { TextField } from '../../components/text-field'
import type { ErrorAt } from './home-form'

interface Props {
  name: string
  beds: readonly string[]
  errorAt: ErrorAt
  onChange: (beds: string[]) => void
}

const MOST_BEDS = 12

/** The beds of one room of a dormitory. */
export function BedsField({ name, beds, errorAt, onChange }: Props) {
  const next = String(Math.max(0, ...beds.map(Number).filter(Number.isFinite)) + 1)
  return (
    <View className="beds" role="group" aria-label={`${name}的床位`}>
      {beds.map((bedNo, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: beds have no other identity while they are typed
        <View key={index} className="bed">
          <View className="bed-box">
            <TextField
              label={`床位 ${index + 1}`}
              required
              maxLength={10}
              value={bedNo}
              error={errorAt(`beds.${index}.bedNo`)}
              onChange={(text) => onChange(beds.map((other, at) => (at === index ? text : other)))}
            />
          </View>
          <View
            {...press(() => onChange(beds.filter((_, at) => at !== index)))}
            className="bed-remove"
            aria-label={`移除床位 ${bedNo || index + 1}`}
          >
            <Icon name="trash" />
          </View>
        </View>
      ))}
      {errorAt('beds') && (
        <View className="field-error" role="alert">
          {errorAt('beds')}
        </View>
      )}
      {beds.length < MOST_BEDS && (
        <Button kind="quiet" small icon="plus" onPress={() => onChange([...beds, next])}>
          添加床位
        </Button>
      )}
    </View>
  )
}
