import type { LeaseOverview } from '@anju/shared/lease/overview'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Row } from '../../components/row'

/** 押金: how much is held, and the three things that its clause must say (住房租赁条例 art. 10). */
export function MineDeposit({ overview: { lease, heldDepositFen } }: { overview: LeaseOverview }) {
  const { amountFen, returnDays, deductionGrounds } = lease.deposit
  const { settlement, refund } = lease
  return (
    <Card title="押金" flush>
      <Row label="约定" value={amountFen > 0 ? <Money fen={amountFen} /> : '不收押金'} />
      <Row label={`${lease.lessorName} 现在持有`} value={<Money fen={heldDepositFen} />} />
      {returnDays !== undefined && <Row label="什么时候退" value={`交还房屋后 ${returnDays} 天内`} />}
      <Row
        label="什么情况可以扣"
        note={deductionGrounds.length > 0 ? deductionGrounds.join('、') : '租约没有列明可以扣减的事由'}
      />
      <Row label="其他情况不能扣" note="住房租赁条例第十条：没有正当理由不得扣减押金" />
      {settlement?.refundDueOn && !refund && <Row label="结算款应退日" value={settlement.refundDueOn} />}
      {refund && <Row label="结算款付清" value={refund.paidOn} />}
    </Card>
  )
}
