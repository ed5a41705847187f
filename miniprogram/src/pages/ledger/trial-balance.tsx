import { ACCOUNTS } from '@anju/shared/ledger/accounts'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import type { BookData } from './book-figures'
import { FiguresTable } from './figures-table'

/** 试算平衡: both sides of every account since the book began. */
export function TrialBalance({ book }: { book: BookData }) {
  const sum = (side: 'debitFen' | 'creditFen') => yuan(book.accounts.reduce((total, each) => total + each[side], 0))
  return (
    <Card
      title="试算平衡"
      side={<Tag tone={book.balanced ? 'done' : 'danger'}>{book.balanced ? '借贷相等，账是平的' : '借贷不相等'}</Tag>}
    >
      <FiguresTable
        name="试算平衡表，金额单位为元"
        heads={['科目', '借方', '贷方', '余额']}
        rows={[
          ...book.accounts.map(({ account, debitFen, creditFen, balanceFen }) => ({
            key: account,
            cells: [ACCOUNTS[account].name, yuan(debitFen), yuan(creditFen), yuan(balanceFen)],
          })),
          { key: 'sum', cells: ['合计', sum('debitFen'), sum('creditFen'), ''], strong: true },
        ]}
      />
      <View className="soft">从第一笔账到现在，金额单位为元。</View>
    </Card>
  )
}
