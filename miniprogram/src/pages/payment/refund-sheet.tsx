import { yuan } from '@anju/shared/money'
import { type PaymentView, paymentRoutes } from '@anju/shared/payment/payment.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'
import { refundableFen } from './payment-words'

/** 退款: in full or in part, back to where it came from. */
export function RefundSheet({ order, onClose }: { order: PaymentView; onClose: () => void }) {
  const most = refundableFen(order)
  const [amountFen, setAmountFen] = useState<number | undefined>(most)
  const [reason, setReason] = useState('')
  const refund = useCommand(paymentRoutes.refundPayment)
  const over = amountFen !== undefined && amountFen > most
  const send = async () => {
    if (!amountFen) return
    const content = `¥${yuan(amountFen)} 从您的微信商户原路退给租客，账单会重新变为未付。`
    if (!(await confirm({ title: '确定退款？', content, yes: '退款', danger: true }))) return
    await refund.run({ orderId: order.id, version: order.version, amountFen, reason: reason.trim() }).then(
      () => {
        toast('已提交退款')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="退款"
      onClose={onClose}
      footer={
        <Button
          kind="danger"
          loading={refund.pending}
          disabled={!amountFen || over || reason.trim().length < 2}
          onPress={() => void send()}
        >
          {amountFen ? `退 ¥${yuan(amountFen)}` : '退款'}
        </Button>
      }
    >
      <MoneyField
        label="退款金额"
        required
        fen={amountFen}
        onChange={setAmountFen}
        hint={`最多可退 ¥${yuan(most)}`}
        {...(over && { error: '超过可退金额' })}
      />
      <TextField label="退款原因" required maxLength={80} value={reason} onChange={setReason} />
      <Notice>钱从您自己的商户余额退回租客的付款账户，平台不垫付。商户余额不足时微信会拒绝。</Notice>
    </Sheet>
  )
}
