import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { type ManualEntry, type ManualEvent, needsOf } from '@anju/shared/ledger/manual'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { newId } from '../../new-id'
import { useVoucher } from '../../picture/use-voucher'
import { VoucherField } from '../../picture/voucher-field'
import { useCommand } from '../../use-call'
import { showFault } from '../listing/show-fault'
import { EntryAbout } from './entry-about'
import { ChooseEvent } from './entry-event'
import { EntryMore } from './entry-more'
import { useGivenLeases } from './use-given-leases'
import './entry.scss'

/** What the person has filled in so far. */
export type Told = Partial<ManualEntry> & { event: ManualEvent; on: string; note: string }
export type ErrorAt = (path: string) => string | undefined

const begin = (event: ManualEvent, on = today(), note = ''): Told => ({ event, on, note })
/** Only what the event asks for goes along: what was filled in for another event stays behind. */
function sent({ event, on, note, amountFen, dwellingId, leaseId, method, ...more }: Told) {
  const needs = needsOf(event)
  const { coversFrom, coversTo, months, claim, against, account } = more
  return {
    event,
    on,
    note,
    amountFen: amountFen ?? 0,
    ...(method && { method }),
    ...(leaseId && needs.includes('lease') ? { leaseId } : dwellingId && { dwellingId }),
    ...(needs.includes('covers') && coversFrom && { coversFrom }),
    ...(needs.includes('covers') && coversTo && { coversTo }),
    ...(months && { months }),
    ...(needs.includes('claim') && claim && { claim }),
    ...(needs.includes('against') && against && { against }),
    ...(needs.includes('account') && account && { account }),
  }
}

/** 记一笔账: what happened, in plain words; the accounts follow from it. */
export default function BookEntry() {
  const [told, setTold] = useState<Told>()
  const [entryId] = useState(() => newId('ent'))
  const record = useCommand(ledgerRoutes.recordEntry)
  const { byId } = useGivenLeases()
  const homeId =
    told &&
    (told.leaseId && needsOf(told.event).includes('lease') ? byId.get(told.leaseId)?.dwellingId : told.dwellingId)
  const voucher = useVoucher(homeId)
  useLoginFirst()
  if (!told) return <ChooseEvent onChoose={(event) => setTold(begin(event))} />

  const set = (changes: Partial<Told>) => setTold((before) => before && { ...before, ...changes })
  const refusal = record.error instanceof CallError ? record.error : undefined
  const errorAt: ErrorAt = (path) => refusal?.fieldError(path)
  const dayError =
    refusal && ['ledger.future', 'ledger.period_closed'].includes(refusal.code) ? refusal.message : errorAt('on')
  const submit = () =>
    record.run({ ...sent(told), ...(voucher.picture && { voucherId: voucher.picture.id }), entryId }).then(
      () => {
        toast('已记账')
        void Taro.navigateBack()
      },
      (error: unknown) => {
        toast(sentenceOf(error))
        showFault('.field-error, .notice-danger')
      },
    )
  return (
    <Page
      footer={
        <Button loading={record.pending} disabled={voucher.sending} onPress={() => void submit()}>
          记入账本
        </Button>
      }
    >
      <EntryAbout told={told} set={set} errorAt={errorAt} onBack={() => setTold(undefined)} />
      <Card>
        <MoneyField
          label="金额"
          required
          fen={told.amountFen}
          onChange={(amountFen) => set({ amountFen })}
          error={errorAt('amountFen')}
        />
        <DateField
          label="日期"
          required
          value={told.on}
          max={today()}
          onChange={(on) => set({ on })}
          error={dayError}
        />
        <EntryMore told={told} set={set} errorAt={errorAt} />
        {homeId && <VoucherField voucher={voucher} hint="发票、收据或转账截图，只有您和您的员工能看到" />}
        <TextField
          label="备注"
          maxLength={200}
          value={told.note}
          onChange={(note) => set({ note })}
          error={errorAt('note')}
        />
      </Card>
      {record.error && !dayError && <Notice tone="danger" title={sentenceOf(record.error)} />}
    </Page>
  )
}
