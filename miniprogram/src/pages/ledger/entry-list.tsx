import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { BOOK_ENTRY, open } from '../../lease/paths'
import { usePages } from '../../use-call'
import { type EntryFilter, EntryFilterFields, NO_FILTER } from './entry-filter'
import { EntryRow } from './entry-row'
import { EntrySheet } from './entry-sheet'
import { ExportButton } from './export-button'
import { monthName } from './month'
import { useGivenLeases } from './use-given-leases'

/** 流水 of one month; a line opens its entry. */
export function EntryList({ month }: { month: string }) {
  const [filter, setFilter] = useState<EntryFilter>(NO_FILTER)
  const words = filter.words.trim()
  const filtered = filter.event !== undefined || words !== ''
  const pages = usePages(ledgerRoutes.listEntries, {
    month,
    ...(filter.event && { event: filter.event }),
    ...(words && { words }),
  })
  const { byId } = useGivenLeases()
  const [openId, setOpenId] = useState<string>()
  const opened = pages.items.find((entry) => entry.id === openId)
  return (
    <View className="book-entries">
      <View className="book-entries-head">
        <View className="book-entries-title" role="heading" aria-level="2">
          流水
        </View>
        {pages.items.length > 0 && <ExportButton month={month} leases={byId} />}
      </View>
      <EntryFilterFields filter={filter} onChange={setFilter} />
      <List
        pages={pages}
        keyOf={(entry) => entry.id}
        render={(entry) => (
          <EntryRow
            entry={entry}
            lease={entry.leaseId && byId.get(entry.leaseId)}
            onPress={() => setOpenId(entry.id)}
          />
        )}
        empty={
          <Card>
            <Empty
              icon="book"
              title={filtered ? '没有符合的账' : `${monthName(month)}还没有账`}
              hint={
                filtered
                  ? '换一类，或清空备注里的词再看。'
                  : '收到租金或付了费用后记一笔，账本会自动算好收入、成本和应退押金。'
              }
              action={{ label: '记一笔账', icon: 'plus', onPress: () => open(BOOK_ENTRY) }}
            />
          </Card>
        }
      />
      {opened && (
        <EntrySheet
          entry={opened}
          lease={opened.leaseId && byId.get(opened.leaseId)}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </View>
  )
}
