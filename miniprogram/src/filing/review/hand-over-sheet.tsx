import { deskRoutes } from '@anju/shared/filing/desk.routes'
import type { UserId } from '@anju/shared/id'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { Loaded } from '../../components/loaded'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCall } from '../../use-call'
import type { Review } from './use-review'

const QUEUE = 'queue'

/** 转办: to a colleague, or back to the queue. */
export function HandOverSheet({ review: { ask, filingId, handOver, pending } }: { review: Review }) {
  const colleagues = useCall(deskRoutes.listColleagues, { filingId })
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const send = () => handOver(to === QUEUE ? undefined : (to as UserId), note.trim())
  return (
    <Sheet
      open
      title="转办"
      onClose={() => ask(undefined)}
      footer={
        <Button disabled={!to || note.trim().length < 2} loading={pending.handOver} onPress={() => void send()}>
          确认转办
        </Button>
      }
    >
      <Loaded call={colleagues}>
        {({ items }) => (
          <ChoiceField<string>
            label="转给谁"
            required
            options={[
              ...items.map(({ userId, name }) => ({ value: userId as string, label: name })),
              { value: QUEUE, label: '退回待办' },
            ]}
            value={to}
            onChange={setTo}
          />
        )}
      </Loaded>
      <TextField
        label="为什么转办"
        required
        multiline
        maxLength={300}
        placeholder="例如：休假，请接着核对产权证"
        value={note}
        onChange={setNote}
      />
    </Sheet>
  )
}
