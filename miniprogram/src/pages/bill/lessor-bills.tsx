import { BILL_TAB_NAMES, BillTab } from '@anju/shared/bill/bill.card'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Money } from '../../components/money'
import { Page } from '../../components/page'
import { Tabs } from '../../components/tabs'
import { TextField } from '../../components/text-field'
import { useCall, usePages } from '../../use-call'
import { BillCard } from './bill-card'
import { MonthFilter } from './month-filter'

/** From so many bills on a list is searched rather than read. */
const WORTH_SEARCHING = 10

const TABS = BillTab.options.map((value) => ({ value, label: BILL_TAB_NAMES[value] }))

const EMPTY: Record<BillTab, { title: string; hint: string }> = {
  open: { title: '没有待收的账单', hint: '每期租金到期前会自动出账单，也可以在租约里另开账单。' },
  overdue: { title: '没有逾期的账单', hint: '过了应付日还没收齐的账单会出现在这里。' },
  paid: { title: '还没有收齐的账单', hint: '记下收款后，收齐的账单会出现在这里。' },
  void: { title: '没有作废的账单', hint: '取消或核销的账单会出现在这里。' },
}

function Totals({ month }: { month: string | undefined }) {
  const totals = useCall(billRoutes.readBillTotals, month ? { month } : {}).data?.tabs
  if (!totals) return null
  const received = BillTab.options
    .filter((tab) => tab !== 'void')
    .reduce((sum, tab) => sum + totals[tab].amountFen - totals[tab].owedFen, 0)
  const figures = [
    ['待收', totals.open.owedFen],
    ['逾期', totals.overdue.owedFen],
    [month ? '已收' : '其中已收', received],
  ] as const
  return (
    <Card>
      <View className="bill-totals">
        {figures.map(([name, fen]) => (
          <View key={name}>
            <View className="bill-total-name">{name}</View>
            <Money fen={fen} />
          </View>
        ))}
      </View>
    </Card>
  )
}

/** What a lessor collects: by state and month, and by name or home where the list is long. */
export function LessorBills() {
  const [tab, setTab] = useState<BillTab>('open')
  const [month, setMonth] = useState<string | undefined>(undefined)
  const [text, setText] = useState('')
  const bills = usePages(billRoutes.listBills, {
    side: 'lessor',
    tab,
    ...(month && { month }),
    ...(text.trim() && { text: text.trim() }),
  })
  const long = bills.items.length >= WORTH_SEARCHING || text !== ''
  return (
    <Page title="账单" wide>
      <Tabs label="账单状态" options={TABS} value={tab} onChange={setTab} />
      <MonthFilter month={month} onChange={setMonth} />
      <Totals month={month} />
      {long && <TextField label="按租客姓名或房屋查找" value={text} maxLength={40} onChange={setText} />}
      <List
        pages={bills}
        keyOf={({ id }) => id}
        render={(bill) => <BillCard bill={bill} side="lessor" />}
        empty={
          <Card>
            <Empty
              icon="money"
              {...(text ? { title: '没有找到', hint: '换一个姓名或房屋试试，或切换状态和月份。' } : EMPTY[tab])}
            />
          </Card>
        }
      />
    </Page>
  )
}
