import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { billsPath, open } from '../../lease/paths'
import { usePages } from '../../use-call'
import { EntryRow } from './entry-row'
import { EntrySheet } from './entry-sheet'
import { ExportButton } from './export-button'
import { monthName } from './month'
import { useGivenLeases } from './use-given-leases'

/** 流水 of one month; a line opens its entry. */
export function EntryList({ month }: { month: string }) {
  const pages = usePages(ledgerRoutes.listEntries, { month })
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
              title={`${monthName(month)}还没有账`}
              hint="收到租金或押金后记一笔，账本会自动算好收入和应退押金。"
              action={{ label: '查看账单', icon: 'money', onPress: () => open(billsPath('lessor')) }}
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
