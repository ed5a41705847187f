import { type BillLine, owedFen } from '@anju/shared/bill/bill'
import type { BillView } from '@anju/shared/bill/bill.routes'
import { lineName, lineWhy } from '@anju/shared/bill/explain'
import { daysBetween } from '@anju/shared/day'
import type { Lease } from '@anju/shared/lease/lease'
import type { ComingBill, LeaseOverview } from '@anju/shared/lease/overview'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { daysLeft } from '../../lease/lease-state'
import { today } from '../../lease/lease-words'
import { billPath, leaseBillsPath, open } from '../../lease/paths'

interface LinesProps {
  lines: BillLine[]
  stubBasis: Lease['stubBasis']
}

/** Each line with its reason. */
const Lines = ({ lines, stubBasis }: LinesProps) => (
  <View>
    {lines.map((line) => (
      <View key={`${line.kind}${line.from ?? ''}${line.note}${line.amountFen}`} className="mine-item">
        <View className="mine-line">
          <View className="mine-name">{lineName(line)}</View>
          <Money fen={line.amountFen} />
        </View>
        <View className="mine-soft figures">{lineWhy(line, { stubBasis })}</View>
      </View>
    ))}
  </View>
)

/** One bill that is open: until when, what it is made of, what is left of it. */
function OpenBill({ bill }: { bill: BillView }) {
  const late = bill.dueOn < today()
  return (
    <Card
      title={`${bill.dueOn} 应付`}
      side={
        <Tag tone={late ? 'danger' : 'waiting'}>
          {late ? `逾期 ${daysBetween(bill.dueOn, today())} 天` : daysLeft(bill.dueOn)}
        </Tag>
      }
    >
      <View className="mine-line">
        <Money fen={owedFen(bill)} large />
        {bill.paidFen > 0 && (
          <View className="mine-soft">
            共 <Money fen={bill.amountFen} />
            ，已付 <Money fen={bill.paidFen} />
          </View>
        )}
      </View>
      <Lines lines={bill.lines} stubBasis={bill.stubBasis} />
      {bill.lateFeeFen > 0 && (
        <View className="mine-soft">
          按租约，到今天的逾期违约金为 <Money fen={bill.lateFeeFen} />
          ，出租方还没有计入账单。
        </View>
      )}
      <Button kind="quiet" onPress={() => open(billPath(bill.id))}>
        账单详情和支付
      </Button>
    </Card>
  )
}

const Coming = ({ coming, stubBasis }: { coming: ComingBill; stubBasis: Lease['stubBasis'] }) => (
  <Card title="下一期" side={<Money fen={coming.amountFen} />}>
    <View className="mine-soft figures">
      {coming.issuedOn > today() ? `${coming.issuedOn} 出账单，` : ''}
      {coming.dueOn} 前支付；水电等按实际用量的费用，出账后另计。
    </View>
    <Lines lines={coming.lines} stubBasis={stubBasis} />
  </Card>
)

/** 要付什么, and why: open bills with every line, and what comes next. */
export function MineBills({ overview }: { overview: LeaseOverview }) {
  const { lease, open: bills, openCount, owedFen: owed, overdueFen, coming, prepaidFen } = overview
  return (
    <>
      <Card title="现在要付">
        <View className="mine-line">
          <Money fen={owed} large />
          {overdueFen > 0 && <Tag tone="danger">有逾期</Tag>}
        </View>
        <View className="mine-soft">
          {owed === 0 ? '没有要付的账单。' : `共 ${openCount} 张账单，每一项都写明怎么算的。`}
          {prepaidFen > 0 && (
            <>
              预付款还有 <Money fen={prepaidFen} />
              ，会抵下一期租金。
            </>
          )}
        </View>
      </Card>
      {bills.map((bill) => (
        <OpenBill key={bill.id} bill={bill} />
      ))}
      {openCount > bills.length && (
        <Card flush>
          <Row
            icon="money"
            label={`另有 ${openCount - bills.length} 张`}
            onPress={() => open(leaseBillsPath(lease.id))}
          />
        </Card>
      )}
      {coming && <Coming coming={coming} stubBasis={lease.stubBasis} />}
    </>
  )
}
