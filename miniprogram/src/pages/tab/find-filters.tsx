import { UNIT_KIND_NAMES, UnitKind } from '@anju/shared/dwelling/dwelling'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { MoneyField } from '../../components/money-field'
import { Sheet } from '../../components/sheet'
import { BEDROOM_OPTIONS, type Filters } from './find-question'

interface Props {
  filters: Filters
  onApply: (filters: Filters) => void
  onClose: () => void
}

const ANY = { value: 'any', label: '不限' } as const
const KINDS = [ANY, ...UnitKind.options.map((value) => ({ value, label: UNIT_KIND_NAMES[value] }))]
const BEDROOMS = [ANY, ...BEDROOM_OPTIONS]

export function FindFilters({ filters, onApply, onClose }: Props) {
  const [chosen, setChosen] = useState(filters)
  const { rentFromFen, rentToFen, unitKind, bedrooms } = chosen
  const change = (part: Filters) => setChosen({ ...chosen, ...part })
  const reversed = rentFromFen !== undefined && rentToFen !== undefined && rentToFen < rentFromFen
  return (
    <Sheet
      open
      title="筛选房源"
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={() => onApply({})}>
            清除
          </Button>
          <Button disabled={reversed} onPress={() => onApply(chosen)}>
            查看房源
          </Button>
        </>
      }
    >
      <View className="find-filters">
        <ChoiceField
          label="出租方式"
          options={KINDS}
          value={unitKind ?? 'any'}
          onChange={(kind) => change({ unitKind: kind === 'any' ? undefined : kind })}
        />
        <MoneyField
          label="最低月租"
          placeholder="不限"
          fen={rentFromFen}
          onChange={(fen) => change({ rentFromFen: fen })}
        />
        <MoneyField
          label="最高月租"
          placeholder="不限"
          fen={rentToFen}
          error={reversed ? '最高月租不能低于最低月租' : undefined}
          onChange={(fen) => change({ rentToFen: fen })}
        />
        <ChoiceField
          label="居室"
          options={BEDROOMS}
          value={bedrooms === undefined ? 'any' : String(bedrooms)}
          onChange={(count) => change({ bedrooms: count === 'any' ? undefined : Number(count) })}
        />
      </View>
    </Sheet>
  )
}
