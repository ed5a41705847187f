import { REGION_LEVEL_NAMES, type Region } from '@anju/shared/region/region'
import { regionRoutes } from '@anju/shared/region/region.routes'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../components/card'
import { ErrorState } from '../components/error-state'
import { PickField } from '../components/pick-field'
import { Skeleton } from '../components/skeleton'
import { useCall } from '../use-call'
import './town-picker.scss'

const DIGITS = [2, 4, 6, 9]
const TOWN_DIGITS = 9

interface LevelProps {
  parent: string
  value: string | undefined
  onChange: (code: string) => void
}

function Level({ parent, value, onChange }: LevelProps) {
  const { data, error, refetch } = useCall(regionRoutes.listRegions, parent === '' ? {} : { parent })
  const [first, ...others] = data?.items ?? []
  const only = first && others.length === 0 && value === undefined ? first.code : undefined
  useEffect(() => {
    if (only) onChange(only)
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!first) return <Skeleton cards={1} />
  return (
    <PickField
      label={REGION_LEVEL_NAMES[first.level]}
      required
      options={[first, ...others].map(({ code, name }: Region) => ({ value: code, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}

interface Props {
  /** What the hat covers: a district, a city or a province. */
  region: string
  town: string
  onChoose: (town: string) => void
}

/** Walks from the region of a hat down to one town. */
export function TownPicker({ region, town, onChoose }: Props) {
  const [reached, setReached] = useState(town || region)
  const parents = DIGITS.filter((digits) => digits >= region.length && digits < TOWN_DIGITS && digits <= reached.length)
  const choose = (code: string) => {
    setReached(code)
    if (code.length === TOWN_DIGITS) onChoose(code)
  }
  return (
    <Card>
      <View className="town-picker">
        {parents.map((digits) => {
          const below = DIGITS[DIGITS.indexOf(digits) + 1] ?? TOWN_DIGITS
          const value = reached.length >= below ? reached.slice(0, below) : undefined
          return <Level key={digits} parent={reached.slice(0, digits)} value={value} onChange={choose} />
        })}
      </View>
    </Card>
  )
}
