import type { Payment } from '@anju/shared/bill/bill'
import { type BillView, billRoutes } from '@anju/shared/bill/bill.routes'
import { hasReceipt } from '@anju/shared/bill/receipt'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { confirm, toast } from '../../components/feedback'
import { Money } from '../../components/money'
import { open } from '../../lease/paths'
import { newId } from '../../new-id'
import { openDocument } from '../../open-document'
import { VoucherPhoto } from '../../picture/voucher-photo'
import { useCommand } from '../../use-call'
import { methodName } from './bill-words'

const factsOf = ({ receivedOn, method, payer, note }: Payment): string =>
  [receivedOn, methodName(method), payer && `付款人 ${payer}`, note].filter(Boolean).join(' · ')

/** 收款记录: each payment once; the lessor may take one back. */
export function Payments({ bill, side }: { bill: BillView; side: 'lessor' | 'lessee' }) {
  const reverse = useCommand(billRoutes.reversePayment)
  const undo = async ({ id, amountFen }: Payment) => {
    const content = `账本会红冲 ¥${yuan(amountFen)}，租客会看到这笔收款被撤销。`
    if (!(await confirm({ title: '撤销这笔收款？', content, yes: '撤销', danger: true }))) return
    await reverse.run({ billId: bill.id, paymentId: id, reversalId: newId('ent') }).then(
      () => toast('收款已撤销'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  const receipt = ({ id }: Payment) =>
    void openDocument(documentRoutes.readReceipt, { billId: bill.id, paymentId: id }).catch((error: unknown) =>
      toast(sentenceOf(error)),
    )
  return (
    <Card title={side === 'lessor' ? '收款记录' : '付款记录'}>
      {bill.payments.length === 0 && <View className="soft">还没有记录</View>}
      {bill.payments.length > 0 && (
        <View>
          {bill.payments.map((payment) => (
            <View key={payment.id} className="bill-item">
              <View className="bill-item-head">
                <View className={classes(payment.reversedAt && 'bill-struck')}>
                  <Money fen={payment.amountFen} />
                </View>
                {payment.reversedAt ? (
                  <View className="soft">已撤销</View>
                ) : payment.orderId ? (
                  <Button kind="quiet" small onPress={() => open(`/pages/payment/order?id=${payment.orderId}`)}>
                    {side === 'lessor' ? '详情与退款' : '详情'}
                  </Button>
                ) : (
                  side === 'lessor' && (
                    <Button kind="quiet" small onPress={() => void undo(payment)}>
                      撤销
                    </Button>
                  )
                )}
              </View>
              <View className="soft figures">{factsOf(payment)}</View>
              {payment.voucherId && <VoucherPhoto pictureId={payment.voucherId} />}
              {hasReceipt(payment) && (
                <Button kind="quiet" small icon="document" onPress={() => receipt(payment)}>
                  收据（PDF）
                </Button>
              )}
              {!!payment.refundedFen && (
                <View className="soft">
                  其中已退 <Money fen={payment.refundedFen} />
                </View>
              )}
              {payment.prepaidFen > 0 && (
                <View className="soft">
                  其中预付 <Money fen={payment.prepaidFen} />
                </View>
              )}
            </View>
          ))}
          <View className="bill-sum">
            <View>{side === 'lessor' ? '已收' : '已付'}</View>
            <Money fen={bill.paidFen} />
          </View>
        </View>
      )}
    </Card>
  )
}
