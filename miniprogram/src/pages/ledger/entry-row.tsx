import type { Lease } from '@anju/shared/lease/lease'
import { PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { View } from '@tarojs/components'
import { classes } from '../../components/classes'
import { Money } from '../../components/money'
import { press } from '../../components/press'
import { Tag } from '../../components/tag'
import { entryName, type ListedEntry, leaseName, signedFen } from './entry-words'

interface Props {
  entry: ListedEntry
  lease: Lease | undefined
  onPress: () => void
}

/** A line of the book; what was reversed is struck through, and says so. */
export const EntryRow = ({ entry, lease, onPress }: Props) => (
  <View {...press(onPress)} className="entry">
    <View className="entry-words">
      <View className="entry-head">
        <View className={classes('entry-name', entry.reversed && 'entry-struck')}>{entryName(entry)}</View>
        {entry.reversed && <Tag>已红冲</Tag>}
      </View>
      {lease && <View className="entry-note">{leaseName(lease)}</View>}
      <View className="entry-note figures">
        {entry.on}
        {entry.method && ` · ${PAY_METHOD_NAMES[entry.method]}`}
      </View>
    </View>
    <View className={classes('entry-amount', entry.reversed && 'entry-struck')}>
      <Money fen={signedFen(entry)} signed />
    </View>
  </View>
)
