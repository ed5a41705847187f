import { PAYMENT_KIND_NAMES, PaymentKind, paidFenOf } from '@anju/shared/head-lease/head-lease'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import type { DwellingId } from '@anju/shared/id'
import { PAY_METHOD_NAMES, PayMethod } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useVoucher } from '../../picture/use-voucher'
import { VoucherField } from '../../picture/voucher-field'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'

const KINDS = PaymentKind.options.map((value) => ({ value, label: PAYMENT_KIND_NAMES[value] }))
const METHODS = PayMethod.options.map((value) => ({ value, label: PAY_METHOD_NAMES[value] }))
const HINTS: Record<PaymentKind, string> = {
  rent: '按先后顺序抵付款计划；同时记入账本。',
  deposit: '付给业主的押金是自己的资产，退回时记“收回押金”。',
  deposit_back: '业主退回的押金，不算收入。',
  agency_fee: '按主租约的月数逐月摊销到成本。',
}

/** What is still to be paid of a kind, in fen; undefined where nothing is. */
function openFenOf(view: HeadLeaseView, kind: PaymentKind): number | undefined {
  const next = view.plan.find(({ paidFen, amountFen }) => paidFen < amountFen)
  const left: Record<PaymentKind, number> = {
    rent: next ? next.amountFen - next.paidFen : 0,
    deposit: view.depositFen - view.depositOutFen,
    deposit_back: view.depositOutFen,
    agency_fee: view.agencyFeeFen - paidFenOf(view, 'agency_fee'),
  }
  return left[kind] > 0 ? left[kind] : undefined
}

/** 记录付款: rent, deposit and its return, the agency's fee. */
export function PaySheet({ view, onClose }: { view: HeadLeaseView; onClose: () => void }) {
  const pay = useCommand(headLeaseRoutes.recordHeadPayment)
  const [entryId] = useState(() => newId('ent'))
  const [kind, setKind] = useState<PaymentKind>('rent')
  const [amountFen, setAmount] = useState(() => openFenOf(view, 'rent'))
  const [on, setOn] = useState<string | undefined>(today())
  const [method, setMethod] = useState<PayMethod>('bank')
  const [note, setNote] = useState('')
  const voucher = useVoucher(view.dwellingIds[0] as DwellingId)
  const choose = (chosen: PaymentKind) => {
    setKind(chosen)
    setAmount(openFenOf(view, chosen))
  }
  const send = async () => {
    if (amountFen === undefined || on === undefined) return
    const content = `${on} ${PAYMENT_KIND_NAMES[kind]} ¥${yuan(amountFen)}，${PAY_METHOD_NAMES[method]}。会同时记入账本，记错了可以红冲。`
    if (!(await confirm({ title: '记这笔付款？', content, yes: '记账' }))) return
    const voucherId = voucher.picture?.id
    await pay
      .run({ headLeaseId: view.id, entryId, kind, on, amountFen, method, note, ...(voucherId && { voucherId }) })
      .then(
        () => {
          toast('已记账')
          onClose()
        },
        (error: unknown) => toast(sentenceOf(error)),
      )
  }
  return (
    <Sheet
      open
      title="记录付款"
      onClose={onClose}
      footer={
        <Button loading={pay.pending} disabled={!amountFen || !on} onPress={() => void send()}>
          记一笔付款
        </Button>
      }
    >
      <ChoiceField label="付的是什么" required options={KINDS} value={kind} onChange={choose} hint={HINTS[kind]} />
      <MoneyField label="金额" required fen={amountFen} onChange={setAmount} />
      <DateField label="日期" required value={on} onChange={setOn} max={today()} />
      <ChoiceField label="方式" options={METHODS} value={method} onChange={setMethod} />
      <TextField label="说明" value={note} onChange={setNote} maxLength={200} />
      <VoucherField voucher={voucher} hint="转账回单或收条；业主看不到。" />
    </Sheet>
  )
}
