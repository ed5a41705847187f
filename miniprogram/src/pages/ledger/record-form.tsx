import type { Lease } from '@anju/shared/lease/lease'
import { PAY_METHOD_NAMES, PayMethod } from '@anju/shared/ledger/entry'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { ReceiptKind } from '@anju/shared/ledger/receipt'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { homeText, today } from '../../lease/lease-words'
import { BOOK } from '../../lease/paths'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { showFault } from '../listing/show-fault'
import { depositDue, dueOf } from './due'
import { KIND_NAMES, type ListedEntry } from './entry-words'
import { faultsOf, type Receipt, receiptFor } from './receipt'
import { RecordPeriod } from './record-period'

const FAULTS = '.field-error, .notice-danger'
const KINDS = (['deposit', 'rent'] as const).map((value) => ({ value, label: KIND_NAMES[value] }))
const METHODS = PayMethod.options.map((value) => ({ value, label: PAY_METHOD_NAMES[value] }))

/** Back to the book, wherever the person came from. */
function toBook(): void {
  const [before] = Taro.getCurrentPages().slice(-2, -1)
  if (before?.route?.includes(BOOK.slice(1))) void Taro.navigateBack()
  else void Taro.redirectTo({ url: BOOK })
}

export function RecordForm({ lease, entries }: { lease: Lease; entries: readonly ListedEntry[] }) {
  const firstKind: ReceiptKind = depositDue(lease, entries).amountFen ? 'deposit' : 'rent'
  const [receipt, setReceipt] = useState<Receipt>(() => receiptFor(firstKind, dueOf(firstKind, lease, entries)))
  const [tried, setTried] = useState(false)
  const [entryId] = useState(() => newId('ent'))
  const record = useCommand(ledgerRoutes.recordReceipt)
  const set = (changes: Partial<Receipt>) => setReceipt((before) => ({ ...before, ...changes }))

  const faults = faultsOf(receipt)
  const refusal = record.error instanceof CallError ? record.error : undefined
  const errorAt = (path: string) => (tried ? faults[path] : undefined) ?? refusal?.fieldError(path)
  const refused = (code: string) => (refusal?.code === code ? refusal.message : undefined)
  const amountError = errorAt('amountFen') ?? refused('ledger.deposit_exceeds')
  const dayError = errorAt('receivedOn') ?? refused('ledger.future')

  const submit = async () => {
    setTried(true)
    const { amountFen, coversFrom, coversTo, ...rest } = receipt
    if (!amountFen || Object.keys(faults).length > 0) {
      toast('请先按提示修改')
      return showFault(FAULTS)
    }
    const covers = receipt.kind === 'rent' ? { ...(coversFrom && { coversFrom }), ...(coversTo && { coversTo }) } : {}
    await record.run({ ...rest, ...covers, leaseId: lease.id, entryId, amountFen }).then(
      () => {
        toast('已记账')
        toBook()
      },
      (error: unknown) => {
        toast(sentenceOf(error))
        showFault(FAULTS)
      },
    )
  }

  return (
    <Page
      footer={
        <Button loading={record.pending} onPress={() => void submit()}>
          记入账本
        </Button>
      }
    >
      <Card title={`${lease.lesseeName}的租约`}>
        <View className="record-hint">{homeText(lease)}</View>
      </Card>
      <Card>
        <ChoiceField
          label="收的是"
          required
          options={KINDS}
          value={receipt.kind}
          onChange={(kind) => setReceipt(receiptFor(kind, dueOf(kind, lease, entries)))}
        />
        <MoneyField
          label="金额"
          required
          fen={receipt.amountFen}
          onChange={(amountFen) => set({ amountFen })}
          hint={receipt.hint}
          error={amountError}
        />
        <DateField
          label="收款日期"
          required
          value={receipt.receivedOn}
          max={today()}
          onChange={(receivedOn) => set({ receivedOn })}
          error={dayError}
        />
        <ChoiceField
          label="收款方式"
          required
          options={METHODS}
          value={receipt.method}
          onChange={(method) => set({ method })}
          error={errorAt('method')}
        />
        {receipt.kind === 'rent' && <RecordPeriod receipt={receipt} set={set} errorAt={errorAt} />}
        <TextField
          label="备注"
          maxLength={200}
          value={receipt.note}
          onChange={(note) => set({ note })}
          error={errorAt('note')}
        />
      </Card>
      <Notice>平台不代收租金和押金，这里只登记您已经收到的钱。押金要还给租客，不算收入。</Notice>
      {record.error && !amountError && !dayError && <Notice tone="danger" title={sentenceOf(record.error)} />}
    </Page>
  )
}
