import { DEMAND_METHOD_NAMES, isOpen, owedFen } from '@anju/shared/bill/bill'
import type { BillView as Bill } from '@anju/shared/bill/bill.routes'
import { lineName, lineWhy } from '@anju/shared/bill/explain'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { leasePath, open } from '../../lease/paths'
import { ConsentRow } from '../../notice/consent-row'
import { BillMore } from './bill-more'
import { billState, dueText } from './bill-words'
import { Payments } from './payments'
import '../../components/columns.scss'
import './bill.scss'

interface Props {
  bill: Bill
  side: 'lessor' | 'lessee'
}

/** The figure that matters, then every line with its reason, then what was paid. */
export function BillView({ bill, side }: Props) {
  const state = billState(bill, side)
  const lessor = side === 'lessor'
  const lastDemand = bill.demands.at(-1)
  return (
    <View className="columns">
      <View className="column">
        <Card title={`${bill.addressText} · ${unitName(bill.unit)}`}>
          <View className="bill-line">
            <Money fen={isOpen(bill) ? owedFen(bill) : bill.amountFen} large />
            <Tag tone={state.tone}>{state.word}</Tag>
          </View>
          <View className="soft figures">{isOpen(bill) ? dueText(bill.dueOn) : `应付日 ${bill.dueOn}`}</View>
        </Card>
        {lastDemand && isOpen(bill) && (
          <Notice tone="warn" title={`已催告：请在 ${lastDemand.payBy} 前付清`} source="民法典第七百二十二条">
            {lastDemand.on} 以{DEMAND_METHOD_NAMES[lastDemand.method]}催告。{lastDemand.note}
          </Notice>
        )}
        {bill.lateFeeFen > 0 && (
          <Notice tone="warn">
            按租约约定，逾期违约金每天万分之{bill.lateFeePerDayPpm / 100}，到今天为 <Money fen={bill.lateFeeFen} />
            {lessor ? '；要收取请在下面“加收一项”。' : '；出租方还没有计入账单。'}
          </Notice>
        )}
        <Card title="每一项怎么算的">
          <View>
            {bill.lines.map((line) => (
              <View key={`${line.kind}${line.from ?? ''}${line.note}${line.amountFen}`} className="bill-item">
                <View className="bill-item-head">
                  <View className="bill-item-name">{lineName(line)}</View>
                  <Money fen={line.amountFen} />
                </View>
                <View className="soft figures">{lineWhy(line, bill)}</View>
                {line.paidFen > 0 && line.paidFen < line.amountFen && (
                  <View className="soft">
                    已{lessor ? '收' : '付'} <Money fen={line.paidFen} />
                  </View>
                )}
              </View>
            ))}
          </View>
          <View className="bill-sum">
            <View>合计</View>
            <Money fen={bill.amountFen} />
          </View>
        </Card>
      </View>
      <View className="column">
        <Payments bill={bill} side={side} />
        {!!bill.prepaidFen && (
          <Notice>
            这份租约还有预付款 <Money fen={bill.prepaidFen} />
            ，会抵下一期租金。
          </Notice>
        )}
        {!lessor && isOpen(bill) && (
          <Notice>
            微信支付的钱直接进入 {bill.lessorName}{' '}
            自己的商户；也可以按租约写明的方式付，由对方记下收款。平台不代收租金。
          </Notice>
        )}
        <Card flush>
          <Row label={lessor ? '租客' : '出租方'} value={lessor ? bill.lesseeName : bill.lessorName} />
          <Row icon="document" label="查看租约" onPress={() => open(leasePath(bill.leaseId))} />
          {!lessor && <ConsentRow templates={['bill', 'arrears', 'payment']} />}
        </Card>
        {lessor && isOpen(bill) && <BillMore bill={bill} />}
      </View>
    </View>
  )
}
