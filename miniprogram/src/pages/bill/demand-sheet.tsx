import { DEMAND_METHOD_NAMES, DemandMethod } from '@anju/shared/bill/bill'
import { type BillView, billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays } from '@anju/shared/day'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { useCommand } from '../../use-call'

const METHODS = DemandMethod.options.map((value) => ({ value, label: DEMAND_METHOD_NAMES[value] }))
/** What the form proposes; how long is reasonable depends on the case. */
const PROPOSED_DAYS = 15

/** 催告 (N-27): until when to pay, and how it was said. */
export function DemandSheet({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const [payBy, setPayBy] = useState(addDays(today(), PROPOSED_DAYS))
  const [method, setMethod] = useState<(typeof METHODS)[number]['value']>('app')
  const [note, setNote] = useState('')
  const demand = useCommand(billRoutes.demandPayment)
  const send = async () => {
    await demand.run({ billId: bill.id, version: bill.version, payBy, method, note: note.trim() }).then(
      () => {
        toast('催告已记录并通知租客')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="催告付款"
      onClose={onClose}
      footer={
        <Button loading={demand.pending} onPress={() => void send()}>
          记录催告并通知
        </Button>
      }
    >
      <Notice source="民法典第七百二十二条" ruleId="N-27">
        租客无正当理由未付租金的，可要求其在合理期限内支付；逾期仍不付，才可以解除租约。
      </Notice>
      <DateField label="最晚付款日" required value={payBy} min={addDays(today(), 1)} onChange={setPayBy} />
      <ChoiceField label="怎么催告的" required options={METHODS} value={method} onChange={setMethod} />
      <TextField label="备注" maxLength={200} value={note} onChange={setNote} />
      {demand.error && <Notice tone="danger" title={sentenceOf(demand.error)} />}
    </Sheet>
  )
}
