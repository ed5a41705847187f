import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ErrorState } from '../../components/error-state'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { billsPath, open } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall } from '../../use-call'
import { BookChart } from './book-chart'
import { BookFigures } from './book-figures'
import { EntryList } from './entry-list'
import { thisMonth } from './month'
import { MonthSwitch } from './month-switch'
import { TrialBalance } from './trial-balance'
import './book.scss'

/** 账本: one month, what is held now, and the entries. */
export default function Book() {
  const [month, setMonth] = useState(thisMonth)
  const book = useCall(ledgerRoutes.readBook, { month })
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page
      wide
      footer={
        book.data && (
          <Button icon="money" onPress={() => open(billsPath('lessor'))}>
            去账单收款
          </Button>
        )
      }
    >
      <MonthSwitch month={month} onChange={setMonth} />
      {book.error && !book.data ? (
        <ErrorState error={book.error} onRetry={() => void book.refetch()} />
      ) : (
        <View className="book-columns">
          <View className="book-column">
            <Loaded call={book} skeletonCards={2}>
              {(view) => <BookFigures book={view} />}
            </Loaded>
            <EntryList key={month} month={month} />
          </View>
          <View className="book-column">
            <Loaded call={book} skeletonCards={1}>
              {(view) => (
                <>
                  <BookChart history={view.history} />
                  <TrialBalance book={view} />
                </>
              )}
            </Loaded>
          </View>
        </View>
      )}
    </Page>
  )
}
