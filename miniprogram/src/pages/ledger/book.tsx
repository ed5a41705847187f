import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ErrorState } from '../../components/error-state'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { BOOK_ENTRY, billsPath, open, REPORT } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall } from '../../use-call'
import { BookChart } from './book-chart'
import { BookFigures } from './book-figures'
import { CloseMonth } from './close-month'
import { EntryList } from './entry-list'
import { thisMonth } from './month'
import { MonthSwitch } from './month-switch'
import { TrialBalance } from './trial-balance'
import '../../components/columns.scss'
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
          <Button icon="plus" onPress={() => open(BOOK_ENTRY)}>
            记一笔账
          </Button>
        )
      }
    >
      <MonthSwitch month={month} onChange={setMonth} />
      {book.error && !book.data ? (
        <ErrorState error={book.error} onRetry={() => void book.refetch()} />
      ) : (
        <View className="columns">
          <View className="column">
            <Loaded call={book} skeletonCards={2}>
              {(view) => (
                <>
                  <BookFigures book={view} />
                  <Card flush>
                    <Row
                      icon="chart"
                      label="报表"
                      note="收支、每套利润、出租率、欠款、押金"
                      onPress={() => open(REPORT)}
                    />
                    <Row
                      icon="money"
                      label="去账单收款"
                      note="租金和押金记在各自的账单上"
                      onPress={() => open(billsPath('lessor'))}
                    />
                  </Card>
                  <CloseMonth month={month} closedThrough={view.closedThrough} />
                </>
              )}
            </Loaded>
            <EntryList key={month} month={month} />
          </View>
          <View className="column">
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
