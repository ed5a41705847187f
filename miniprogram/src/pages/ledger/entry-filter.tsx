import { EVENT_NAMES, LedgerEvent } from '@anju/shared/ledger/entry'
import { View } from '@tarojs/components'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'

export interface EntryFilter {
  event: LedgerEvent | undefined
  words: string
}
export const NO_FILTER: EntryFilter = { event: undefined, words: '' }

const EVENTS = [
  { value: 'all' as const, label: '全部' },
  ...LedgerEvent.options.map((value) => ({ value, label: EVENT_NAMES[value] })),
]

/** Which entries of the month: of one event, with a word in the note. */
export const EntryFilterFields = ({
  filter,
  onChange,
}: {
  filter: EntryFilter
  onChange: (filter: EntryFilter) => void
}) => (
  <View className="entry-filter">
    <PickField
      label="哪一类"
      options={EVENTS}
      value={filter.event ?? 'all'}
      onChange={(value) => onChange({ ...filter, event: value === 'all' ? undefined : value })}
    />
    <TextField
      label="备注里有"
      maxLength={40}
      value={filter.words}
      onChange={(words) => onChange({ ...filter, words })}
    />
  </View>
)
