import { addDays } from '@anju/shared/day'
import { roomName } from '@anju/shared/dwelling/dwelling'
import { regionOf } from '@anju/shared/id'
import { type SplitView, splitRoutes } from '@anju/shared/meter/split.routes'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DateField } from '../../components/date-field'
import { confirm } from '../../components/feedback'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import type { askOf } from './split-draft'
import { today } from './walk'

const PAY_WITHIN_DAYS = 7

/** 记到账单: each let room's share becomes a bill of its lease; one that was refused says why, the others stand. */
export function SplitCharge({ asked, view }: { asked: ReturnType<typeof askOf>; view: SplitView }) {
  const charge = useCommand(splitRoutes.chargeUse)
  const [dueOn, setDueOn] = useState(() => addDays(today(), PAY_WITHIN_DAYS))
  const [billIds] = useState(
    () => new Map(view.shares.map(({ roomNo }) => [roomNo, newId('bil', regionOf(asked.dwellingId))])),
  )
  const [outcome, setOutcome] = useState<Record<string, string>>({})
  const due = view.shares.filter(({ leaseId, amountFen, roomNo }) => leaseId && amountFen > 0 && outcome[roomNo] !== '')
  const said = view.shares.filter(({ roomNo }) => outcome[roomNo] !== undefined)
  const sum = due.reduce((total, { amountFen }) => total + amountFen, 0)
  const send = async () => {
    const yes = await confirm({
      title: `给 ${due.length} 个房间出账单？`,
      content: `共 ¥${yuan(sum)}，${dueOn} 前付。租客会收到账单和每一项的算法。`,
      yes: '出账单',
    })
    if (!yes) return
    for (const { roomNo, leaseId } of due) {
      const billId = billIds.get(roomNo)
      if (!leaseId || !billId) continue
      const failed = await charge
        .run({ ...asked, leaseId, billId, dueOn })
        .then(() => '')
        .catch((error: unknown) => sentenceOf(error))
      setOutcome((before) => ({ ...before, [roomNo]: failed }))
    }
  }
  if (due.length === 0 && said.length === 0) return null
  return (
    <Card title="记到账单">
      {said.map(({ roomNo }) => (
        <Row
          key={roomNo}
          label={roomName(roomNo)}
          note={outcome[roomNo] || undefined}
          value={outcome[roomNo] ? <Tag tone="danger">没有记</Tag> : <Tag tone="done">已记</Tag>}
        />
      ))}
      {due.length > 0 && (
        <>
          <DateField label="应付日期" value={dueOn} onChange={setDueOn} min={today()} required />
          <Button kind="quiet" icon="document" loading={charge.pending} onPress={() => void send()}>
            {`给 ${due.length} 个已出租的房间出账单`}
          </Button>
        </>
      )}
    </Card>
  )
}
