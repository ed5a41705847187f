import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays } from '@anju/shared/day'
import { type LeaseId, regionOf } from '@anju/shared/id'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { today } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { billPath } from '../../lease/paths'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { ChargeFields, chargeOf, emptyCharge } from './charge-fields'

const PROPOSED_DAYS = 7

/** 另开账单 of a lease (`lease`), for something beside the rent. */
export default function AddBill() {
  const leaseId = useRouter().params.lease as LeaseId
  const [draft, setDraft] = useState(emptyCharge)
  const [dueOn, setDueOn] = useState(addDays(today(), PROPOSED_DAYS))
  const billId = useRef(newId('bil', regionOf(leaseId)))
  const add = useCommand(billRoutes.addBill)
  useLoginFirst()
  const charge = chargeOf(draft)
  const send = async () => {
    if (!charge) return
    await add.run({ leaseId, billId: billId.current, dueOn, charge }).then(
      ({ id }) => {
        toast('账单已发给租客')
        void Taro.redirectTo({ url: billPath(id) })
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Page
      footer={
        <Button loading={add.pending} disabled={!charge} onPress={() => void send()}>
          发出账单
        </Button>
      }
    >
      <Card>
        <ChargeFields charge={draft} onChange={setDraft} />
        <DateField label="应付日期" required value={dueOn} min={today()} onChange={setDueOn} />
      </Card>
      <Notice>租金账单会按租约自动出，不用手工开。这里收水电、维修等其他费用。</Notice>
      {add.error && <Notice tone="danger" title={sentenceOf(add.error)} />}
    </Page>
  )
}
