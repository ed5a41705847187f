import { unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import { APPROVAL_MATTER_NAMES, ApprovalMatter } from '@anju/shared/head-lease/approval'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { PickField } from '../../components/pick-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { unitFromParam } from './unit-key'

/** 请业主同意. */
export function AskSheet({ view, onClose }: { view: HeadLeaseView; onClose: () => void }) {
  const ask = useCommand(headLeaseRoutes.askOwner)
  const [approvalId] = useState(() => newId('apv'))
  const [matter, setMatter] = useState<ApprovalMatter>('outlast')
  const parts = view.homes.flatMap(({ dwellingId, addressText, units }) =>
    units.map(({ unit }) => ({
      value: `${dwellingId}|${unitKey(unit)}`,
      label: view.homes.length > 1 ? `${addressText.slice(-8)} ${unitName(unit)}` : unitName(unit),
    })),
  )
  const [part, setPart] = useState(parts[0]?.value)
  const [until, setUntil] = useState<string | undefined>()
  const [reason, setReason] = useState('')
  const send = () => {
    const [dwellingId, key] = (part ?? '').split('|')
    const unit = unitFromParam(key)
    const home = view.homes.find((each) => each.dwellingId === dwellingId)
    if (!home || !unit || !until) return
    void ask
      .run({ headLeaseId: view.id, approvalId, matter, dwellingId: home.dwellingId, unit, until, reason })
      .then(() => {
        toast('已提交，等业主答复')
        onClose()
      })
      .catch((error: unknown) => toast(sentenceOf(error)))
  }
  return (
    <Sheet
      open
      title="请业主同意"
      onClose={onClose}
      footer={
        <Button loading={ask.pending} disabled={!until || !part} onPress={send}>
          提交
        </Button>
      }
    >
      <ChoiceField
        label="事项"
        required
        options={ApprovalMatter.options.map((value) => ({ value, label: APPROVAL_MATTER_NAMES[value] }))}
        value={matter}
        onChange={setMatter}
      />
      <PickField label="房屋或房间" required options={parts} value={part} onChange={setPart} />
      <DateField label="到哪天为止" required value={until} onChange={setUntil} />
      <TextField label="说明" value={reason} onChange={setReason} multiline maxLength={200} />
    </Sheet>
  )
}
