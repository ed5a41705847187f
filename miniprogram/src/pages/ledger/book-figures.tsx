import type { BookView } from '@anju/shared/ledger/book.view'
import { View } from '@tarojs/components'
import type * as z from 'zod'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Row } from '../../components/row'

export type BookData = z.infer<typeof BookView>

/** The income of the month, what came in, what is owed back, and what is there. */
export const BookFigures = ({ book }: { book: BookData }) => (
  <>
    <Card>
      <View className="soft">本月实收</View>
      <Money fen={book.results.cash.incomeFen} large />
      <View className="soft">本月收到的租金和费用，不算押金，已减去红冲。</View>
    </Card>
    <Card flush>
      <Row label="本月实付" note="本月付出去的各项支出" value={<Money fen={book.results.cash.costFen} />} />
      <Row
        label="属于本月的收入"
        note="不论何时收到，按天数归到本月"
        value={<Money fen={book.results.accrual.incomeFen} />}
      />
      <Row label="属于本月的成本" note="不论何时付出" value={<Money fen={book.results.accrual.costFen} />} />
      <Row label="现在未收租金和费用" note="负数是租客预付的" value={<Money fen={book.owedFen} />} />
      <Row label="现在应退押金" note="押金要还给租客，是负债，不是收入" value={<Money fen={book.depositsHeldFen} />} />
      <Row label="现在现金及存款" note="历次收支合计" value={<Money fen={book.cashFen} />} />
    </Card>
  </>
)
