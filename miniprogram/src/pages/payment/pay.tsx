import { isOpen, owedFen } from '@anju/shared/bill/bill'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { type BillId, regionOf } from '@anju/shared/id'
import { yuan } from '@anju/shared/money'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Money } from '../../components/money'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { newId } from '../../new-id'
import { useCall, useCommand } from '../../use-call'
import { OrderCard } from './order-card'
import { orderPath } from './payment-paths'
import { CAN_PAY, openWallet, payerCode } from './wallet'
import './payment.scss'

/** 支付账单 (`bill`): how much, to whom, and what was begun before. */
export default function PayBill() {
  const billId = useRouter().params.bill as BillId
  useLoginFirst()
  useRefreshOnShow()
  const call = useCall(billRoutes.readBill, { billId })
  const orders = useCall(paymentRoutes.listBillPayments, { billId })
  const [amountFen, setAmountFen] = useState<number | undefined>()
  const [busy, setBusy] = useState(false)
  const start = useCommand(paymentRoutes.startPayment)
  const begun = useRef<{ orderId: ReturnType<typeof orderIdAt>; code: string; amountFen: number } | undefined>(
    undefined,
  )
  const orderIdAt = () => newId('pay', regionOf(billId))
  const bill = call.data
  const owed = bill ? owedFen(bill) : 0
  const sum = amountFen ?? owed
  const payable = bill && isOpen(bill) && CAN_PAY

  /** One intention keeps its order and its code until there was an answer, so that a lost answer pays nothing twice. */
  const send = async () => {
    setBusy(true)
    try {
      if (begun.current?.amountFen !== sum)
        begun.current = { orderId: orderIdAt(), code: await payerCode(), amountFen: sum }
      const order = await start.run({ billId, ...begun.current })
      begun.current = undefined
      if (order.parameters) await openWallet(order.parameters)
      void Taro.redirectTo({ url: orderPath(order.id) })
    } catch (error) {
      if (error instanceof CallError && !error.unanswered) begun.current = undefined
      toast(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      footer={
        payable && (
          <Button icon="money" loading={busy} disabled={sum <= 0 || sum > owed} onPress={() => void send()}>
            {`微信支付 ¥${yuan(sum)}`}
          </Button>
        )
      }
    >
      <Loaded call={call}>
        {(read) => (
          <>
            <Card title={read.addressText}>
              <Money fen={owedFen(read)} large />
              <View className="payment-line">
                <View className="payment-soft">收款人</View>
                <View>{read.lessorName}</View>
              </View>
            </Card>
            <Notice source="住房租赁条例第二十五条、第三十六条">
              钱直接进入出租方自己的微信商户，平台不经手、不保管租金和押金。
            </Notice>
            {payable && (
              <Card>
                <MoneyField
                  label="这次支付"
                  required
                  fen={sum}
                  onChange={(fen) => setAmountFen(fen ?? 0)}
                  hint="可以分几次付，也可以一部分用微信、一部分转账或现金（由出租方记账）"
                  {...(sum > owed && { error: `最多支付 ¥${yuan(owed)}` })}
                />
              </Card>
            )}
            {!isOpen(read) && <Empty icon="done" title="这张账单已经结清" />}
            {isOpen(read) && !CAN_PAY && (
              <Notice title="请在微信中支付">打开微信小程序“安居”，在“租约—账单”中支付。</Notice>
            )}
            {orders.data?.items.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}
