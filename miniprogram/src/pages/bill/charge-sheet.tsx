import { type BillView, billRoutes } from '@anju/shared/bill/bill.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { useCommand } from '../../use-call'
import { ChargeFields, chargeOf, emptyCharge } from './charge-fields'

/** 加收一项 on this bill. */
export function ChargeSheet({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const [draft, setDraft] = useState(emptyCharge)
  const add = useCommand(billRoutes.addCharge)
  const charge = chargeOf(draft)
  const send = async () => {
    if (!charge) return
    await add.run({ billId: bill.id, version: bill.version, charge }).then(
      () => {
        toast('已加到账单')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="加收一项"
      onClose={onClose}
      footer={
        <Button loading={add.pending} disabled={!charge} onPress={() => void send()}>
          加到账单
        </Button>
      }
    >
      <ChargeFields charge={draft} onChange={setDraft} lateFee={bill.lateFeeFen > 0} />
      {add.error && <Notice tone="danger" title={sentenceOf(add.error)} />}
    </Sheet>
  )
}
