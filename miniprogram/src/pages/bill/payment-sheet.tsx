import { owedFen } from '@anju/shared/bill/bill'
import { type BillView, billRoutes } from '@anju/shared/bill/bill.routes'
import { PAY_METHOD_NAMES, PayMethod } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import { useRef, useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { newId } from '../../new-id'
import { useVoucher } from '../../picture/use-voucher'
import { VoucherField } from '../../picture/voucher-field'
import { useCommand } from '../../use-call'

const METHODS = PayMethod.options.map((value) => ({ value, label: PAY_METHOD_NAMES[value] }))

/** 记收款: in full or in part; what is beyond the bill only where it is said to be paid ahead. */
export function PaymentSheet({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const owed = owedFen(bill)
  const [amountFen, setAmountFen] = useState<number | undefined>(owed)
  const [receivedOn, setReceivedOn] = useState(today())
  const [method, setMethod] = useState<PayMethod>('bank')
  const [payer, setPayer] = useState('')
  const [note, setNote] = useState('')
  const [ahead, setAhead] = useState(false)
  const voucher = useVoucher(bill.leaseId)
  const record = useCommand(billRoutes.recordPayment)
  const paymentId = useRef(newId('ent'))
  const more = amountFen !== undefined && amountFen > owed
  const takesAhead = bill.lines.some(({ kind }) => kind === 'rent')
  const fault = record.error instanceof CallError ? record.error : undefined

  const send = async () => {
    if (!amountFen) return
    const who = payer.trim()
    await record
      .run({
        billId: bill.id,
        paymentId: paymentId.current,
        amountFen,
        receivedOn,
        method,
        note: note.trim(),
        ...(who && { payer: who }),
        ...(more && { ahead }),
        ...(voucher.picture && { voucherId: voucher.picture.id }),
      })
      .then(
        ({ status }) => {
          toast(status === 'paid' ? '已收齐' : '已记收款')
          onClose()
        },
        (error: unknown) => {
          if (error instanceof CallError && !error.unanswered) paymentId.current = newId('ent')
          toast(sentenceOf(error))
        },
      )
  }
  return (
    <Sheet
      open
      title="记收款"
      onClose={onClose}
      footer={
        <Button
          loading={record.pending}
          disabled={!amountFen || voucher.sending || (more && !ahead)}
          onPress={() => void send()}
        >
          {amountFen ? `记入 ¥${yuan(amountFen)}` : '记入'}
        </Button>
      }
    >
      <MoneyField
        label="收到的金额"
        required
        fen={amountFen}
        onChange={setAmountFen}
        hint={`还应收 ¥${yuan(owed)}，可以分几次记`}
        {...(more && !takesAhead && { error: '超过应收金额，请核对' })}
      />
      {more && takesAhead && (
        <SwitchRow
          label="多收的记为预付款"
          note={`多出 ¥${yuan(amountFen - owed)}，会抵下一期租金`}
          on={ahead}
          onChange={setAhead}
        />
      )}
      <DateField label="收款日期" required value={receivedOn} max={today()} onChange={setReceivedOn} />
      <ChoiceField label="收款方式" required options={METHODS} value={method} onChange={setMethod} />
      <TextField label="付款人" hint="不是租客本人付的再填" maxLength={50} value={payer} onChange={setPayer} />
      <VoucherField voucher={voucher} hint="转账截图或收条，租客也能看到" />
      <TextField label="备注" maxLength={200} value={note} onChange={setNote} />
      <Notice>平台不代收租金和押金，这里只登记您已经收到的钱。押金要还给租客，不算收入。</Notice>
      {fault && <Notice tone="danger" title={sentenceOf(fault)} />}
    </Sheet>
  )
}
