import type { OrderId } from '@anju/shared/id'
import { isUnpaid } from '@anju/shared/payment/payment'
import { type PaymentView, paymentRoutes } from '@anju/shared/payment/payment.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'
import { OrderFacts } from './order-facts'
import { refundableFen } from './payment-words'
import { RefundSheet } from './refund-sheet'
import { CAN_PAY, openWallet } from './wallet'

/** How often, and how many times, a payment that waits for WeChat is looked at again by itself. */
const LOOK_AGAIN_MILLIS = 2_000
const LOOKS = 15

/** 支付详情 (`id`): where the money is, the receipt, and what to do when it hangs. */
export default function PaymentOrderPage() {
  const orderId = useRouter().params.id as OrderId
  const { me, hat } = useHat()
  useLoginFirst()
  useRefreshOnShow()
  const call = useCall(paymentRoutes.readPayment, { orderId })
  const [refunding, setRefunding] = useState(false)
  const [looks, setLooks] = useState(0)
  const close = useCommand(paymentRoutes.closePayment)
  const order = call.data
  const waits = order && (isUnpaid(order) || order.status === 'refunding') && looks < LOOKS
  const { refetch } = call
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => {
      setLooks(looks + 1)
      void refetch()
    }, LOOK_AGAIN_MILLIS)
    return () => clearTimeout(timer)
  }, [waits, looks, refetch])

  // Bills and leases that were read before the money came say otherwise.
  const paidAt = order?.paidAt
  const client = useQueryClient()
  useEffect(() => {
    if (paidAt) void client.invalidateQueries()
  }, [paidAt, client])

  const lessor = order?.lessorId === (hat?.holderId ?? me?.id)
  const drop = async ({ id, version }: PaymentView) => {
    const content = '取消后可以重新支付；已经付出去的钱不会丢，会照常入账。'
    if (!(await confirm({ title: '取消这笔支付？', content, yes: '取消支付', no: '不取消', danger: true }))) return
    await close.run({ orderId: id, version }).then(
      ({ status }) => toast(status === 'closed' ? '已取消' : '已经支付成功'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  const payOn = async ({ parameters }: PaymentView) => {
    if (parameters) await openWallet(parameters)
    setLooks(0)
    await refetch()
  }
  const refundable = order && lessor && refundableFen(order) > 0
  return (
    <Page
      footer={
        order?.parameters && CAN_PAY ? (
          <Button icon="money" onPress={() => void payOn(order)}>
            继续支付
          </Button>
        ) : (
          refundable && (
            <Button kind="quiet" onPress={() => setRefunding(true)}>
              退款
            </Button>
          )
        )
      }
    >
      <Loaded call={call}>
        {(read) => (
          <OrderFacts
            order={read}
            stuck={isUnpaid(read) && looks >= LOOKS}
            onLook={() => setLooks(0)}
            {...(isUnpaid(read) && { onClose: () => void drop(read) })}
          />
        )}
      </Loaded>
      {order && refunding && <RefundSheet order={order} onClose={() => setRefunding(false)} />}
    </Page>
  )
}
