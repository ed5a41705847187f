import { REASON_NAMES, ReasonCode } from '@anju/shared/filing/reason'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoicesField } from '../../components/choice-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import type { Decision, Review } from './use-review'

const OPTIONS = ReasonCode.options.map((value) => ({ value, label: REASON_NAMES[value] }))
const LONGEST = 300

interface Props {
  decision: Decision
  review: Review
}

/** Why: any of the reviewer's reasons, each with what is to be done about it. */
export function DecisionSheet({ decision, review: { ask, decide, pending } }: Props) {
  const [codes, setCodes] = useState<ReasonCode[]>([])
  const [explanations, setExplanations] = useState<Partial<Record<ReasonCode, string>>>({})
  const back = decision === 'return'
  const reasons = ReasonCode.options
    .filter((code) => codes.includes(code))
    .map((code) => ({ code, explanation: explanations[code]?.trim() ?? '' }))
  const complete = reasons.length > 0 && reasons.every(({ explanation }) => explanation !== '')

  return (
    <Sheet
      open
      title={back ? '退回补正' : '不予备案'}
      onClose={() => ask(undefined)}
      footer={
        <Button
          kind={back ? 'primary' : 'danger'}
          disabled={!complete}
          loading={pending.decide}
          onPress={() => void decide(decision, reasons)}
        >
          {back ? `退回，告知 ${reasons.length} 项` : '不予备案'}
        </Button>
      }
    >
      <Notice title={back ? '缺什么一次说全' : '写明原因和依据'}>申请人会看到每一项的说明，请写清楚怎么改。</Notice>
      <ChoicesField label="原因" required options={OPTIONS} values={codes} onChange={setCodes} />
      {reasons.map(({ code }) => (
        <TextField
          key={code}
          label={REASON_NAMES[code]}
          required
          multiline
          maxLength={LONGEST}
          placeholder="请写明哪里不符、怎么补"
          value={explanations[code] ?? ''}
          onChange={(text) => setExplanations({ ...explanations, [code]: text })}
        />
      ))}
    </Sheet>
  )
}
