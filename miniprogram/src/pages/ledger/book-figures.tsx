import type { BookView } from '@anju/shared/ledger/ledger'
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
      <View className="book-soft">本月收入</View>
      <Money fen={book.incomeFen} large />
      <View className="book-soft">只算租金，已减去红冲。</View>
    </Card>
    <Card flush>
      <Row label="本月实收" note="租金和押金一起" value={<Money fen={book.receivedFen} />} />
      <Row label="现在应退押金" note="押金要还给租客，是负债，不是收入" value={<Money fen={book.depositsHeldFen} />} />
      <Row label="现在现金及存款" note="历次收款合计" value={<Money fen={book.cashFen} />} />
    </Card>
  </>
)
