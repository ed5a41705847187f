import { isOpen } from '@anju/shared/bill/bill'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { BillId } from '@anju/shared/id'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { open, payBillPath } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { BillView } from './bill-view'
import { PaymentSheet } from './payment-sheet'

/** 账单 (`id`): what is owed and why, what was paid, and what the reader can do. */
export default function BillDetail() {
  const billId = useRouter().params.id as BillId
  const { me, hat } = useHat()
  const call = useCall(billRoutes.readBill, { billId })
  const [paying, setPaying] = useState(false)
  useLoginFirst()
  useRefreshOnShow()
  const bill = call.data
  const side = bill?.lessorId === (hat?.holderId ?? me?.id) ? 'lessor' : 'lessee'
  const pays = bill && side === 'lessee' && isOpen(bill)
  const collects = bill && side === 'lessor' && isOpen(bill)
  return (
    <Page
      wide
      footer={
        pays ? (
          <Button icon="money" onPress={() => open(payBillPath(billId))}>
            微信支付
          </Button>
        ) : (
          collects && (
            <Button icon="money" onPress={() => setPaying(true)}>
              记收款
            </Button>
          )
        )
      }
    >
      <Loaded call={call}>{(read) => <BillView bill={read} side={side} />}</Loaded>
      {collects && paying && <PaymentSheet bill={bill} onClose={() => setPaying(false)} />}
    </Page>
  )
}
