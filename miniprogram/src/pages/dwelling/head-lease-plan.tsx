import { PAYMENT_KIND_NAMES } from '@anju/shared/head-lease/head-lease'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'
import { PaySheet } from './head-lease-pay'

const SHOWN = 8

/** One payment; who keeps the book undoes it where it was recorded wrongly. */
function Payment({ payment, mayUndo }: { payment: HeadLeaseView['payments'][number]; mayUndo: boolean }) {
  const reverse = useCommand(ledgerRoutes.reverseEntry)
  const [reversalId] = useState(() => newId('ent'))
  const { entryId, kind, on, amountFen, method, reversed } = payment
  const undo = async () => {
    const content = `${on} ${PAYMENT_KIND_NAMES[kind]} ¥${yuan(amountFen)}。账本会另记一笔相反的账，付款计划不再算它。`
    if (!(await confirm({ title: '红冲这笔付款？', content, yes: '红冲', danger: true }))) return
    await reverse.run({ entryId, reversalId }).then(
      () => toast('已红冲，原账保留'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Row
      label={PAYMENT_KIND_NAMES[kind]}
      note={`${on} ${PAY_METHOD_NAMES[method]}${reversed ? '，已红冲' : ''}`}
      value={reversed ? <Tag>已红冲</Tag> : `¥${yuan(amountFen)}`}
      {...(mayUndo && !reversed && { onPress: () => void undo() })}
    />
  )
}

/** 付款计划, and what was paid. */
export function PaymentPlan({ view, owner, mayUndo }: { view: HeadLeaseView; owner: boolean; mayUndo: boolean }) {
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
          {[...view.payments].reverse().map((payment) => (
            <Payment key={payment.entryId} payment={payment} mayUndo={mayUndo} />
          ))}
        </Card>
      )}
      {paying && <PaySheet view={view} onClose={() => setPaying(false)} />}
    </>
  )
}
