import { PAYMENT_KIND_NAMES } from '@anju/shared/head-lease/head-lease'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'

const SHOWN = 8

function PaySheet({ view, onClose }: { view: HeadLeaseView; onClose: () => void }) {
  const pay = useCommand(headLeaseRoutes.recordHeadPayment)
  const next = view.plan.find(({ paidFen, amountFen }) => paidFen < amountFen)
  const [entryId] = useState(() => newId('ent'))
  const [amountFen, setAmount] = useState(next && next.amountFen - next.paidFen)
  const [on, setOn] = useState<string | undefined>(today())
  const send = () =>
    amountFen !== undefined &&
    on !== undefined &&
    void pay
      .run({ headLeaseId: view.id, entryId, kind: 'rent', on, amountFen, method: 'bank' })
      .then(() => {
        toast('已记账')
        onClose()
      })
      .catch((error: unknown) => toast(sentenceOf(error)))
  return (
    <Sheet
      open
      title="记录付款"
      onClose={onClose}
      footer={
        <Button loading={pay.pending} disabled={!amountFen || !on} onPress={send}>
          记一笔付款
        </Button>
      }
    >
      <MoneyField label="付给业主的租金" required fen={amountFen} onChange={setAmount} />
      <DateField label="付款日期" required value={on} onChange={setOn} max={today()} hint="银行转账；同时记入账本。" />
    </Sheet>
  )
}

/** 付款计划, and what was paid. */
export function PaymentPlan({ view, owner }: { view: HeadLeaseView; owner: boolean }) {
  const [paying, setPaying] = useState(false)
  const [all, setAll] = useState(false)
  const firstOpen = view.plan.findIndex(({ paidFen, amountFen }) => paidFen < amountFen)
  const from = Math.max(0, (firstOpen < 0 ? view.plan.length : firstOpen) - 2)
  const shown = all ? view.plan : view.plan.slice(from, from + SHOWN)
  return (
    <>
      <Card
        title={`付款计划，共 ${view.plan.length} 期`}
        side={
          owner ? undefined : (
            <Button kind="quiet" small icon="money" onPress={() => setPaying(true)}>
              记录付款
            </Button>
          )
        }
        flush
      >
        {shown.map(({ index, dueOn, amountFen, paidFen, from: first, to }) => (
          <Row
            key={index}
            label={`${dueOn} 应付`}
            note={`${first} 至 ${to}`}
            value={`¥${yuan(amountFen)} ${dueOn < view.bookFrom ? '记账前' : paidFen >= amountFen ? '已付' : paidFen > 0 ? `已付 ¥${yuan(paidFen)}` : dueOn < today() ? '逾期未付' : '未到期'}`}
          />
        ))}
        {!all && shown.length < view.plan.length && <Row label="看全部期数" onPress={() => setAll(true)} />}
      </Card>
      {view.payments.length > 0 && (
        <Card title="付款记录" flush>
          {[...view.payments].reverse().map(({ entryId, kind, on, amountFen }) => (
            <Row key={entryId} label={PAYMENT_KIND_NAMES[kind]} note={on} value={`¥${yuan(amountFen)}`} />
          ))}
        </Card>
      )}
      {paying && <PaySheet view={view} onClose={() => setPaying(false)} />}
    </>
  )
}
