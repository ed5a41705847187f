import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { DIFFERENCE_WORDS, type Difference } from '@anju/shared/payment/reconcile'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { toast } from '../../components/feedback'
import { List } from '../../components/list'
import { Money } from '../../components/money'
import { Page } from '../../components/page'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { useCommand, usePages } from '../../use-call'
import { momentText } from './payment-words'
import './payment.scss'

const STATES = [
  { value: 'open' as const, label: '待处理' },
  { value: 'resolved' as const, label: '已处理' },
]

/** 对账差异: what WeChat's bill and our book do not agree on, and what to do about each. */
export default function Differences() {
  useLoginFirst()
  const [status, setStatus] = useState<'open' | 'resolved'>('open')
  const [chosen, setChosen] = useState<Difference | undefined>()
  const pages = usePages(paymentRoutes.listDifferences, { status })
  return (
    <Page>
      <ChoiceField label="显示" required options={STATES} value={status} onChange={setStatus} />
      <List
        pages={pages}
        keyOf={({ id }) => id}
        render={(difference) => <DifferenceCard difference={difference} onResolve={() => setChosen(difference)} />}
        empty={
          <Card>
            <Empty
              icon="done"
              title={status === 'open' ? '没有差异' : '还没有处理过的差异'}
              hint="每天早上把微信的账单和这里的收款逐笔核对，对不上的会列在这里。"
            />
          </Card>
        }
      />
      {chosen && <ResolveSheet difference={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}

const Side = ({ name, fen }: { name: string; fen: number }) => (
  <View className="payment-line">
    <View className="payment-soft">{name}</View>
    {fen > 0 ? <Money fen={fen} /> : <View>没有</View>}
  </View>
)

function DifferenceCard({ difference, onResolve }: { difference: Difference; onResolve: () => void }) {
  const { title, todo } = DIFFERENCE_WORDS[difference.kind]
  return (
    <Card title={title}>
      <View className="payment-soft figures">{difference.day}</View>
      <View className="payment-soft payment-number figures">{difference.number}</View>
      <Side name="微信账单" fen={difference.thereFen} />
      <Side name="本平台" fen={difference.hereFen} />
      {difference.resolvedAt ? (
        <View className="payment-todo">
          {momentText(difference.resolvedAt)} 处理：{difference.note}
        </View>
      ) : (
        <>
          <View className="payment-todo">{todo}。</View>
          <Button kind="quiet" onPress={onResolve}>
            已处理，写明结果
          </Button>
        </>
      )}
    </Card>
  )
}

function ResolveSheet({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const [note, setNote] = useState('')
  const resolve = useCommand(paymentRoutes.resolveDifference)
  const send = () =>
    resolve.run({ differenceId: difference.id, version: difference.version, note: note.trim() }).then(
      () => {
        toast('已处理')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  return (
    <Sheet
      open
      title="处理差异"
      onClose={onClose}
      footer={
        <Button loading={resolve.pending} disabled={note.trim().length < 2} onPress={() => void send()}>
          记为已处理
        </Button>
      }
    >
      <TextField
        label="怎么处理的"
        required
        multiline
        maxLength={200}
        hint="例如：商户平台核对，已在账单补记这笔收款"
        value={note}
        onChange={setNote}
      />
    </Sheet>
  )
}
