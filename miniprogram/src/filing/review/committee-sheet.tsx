import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import type { Review } from './use-review'

const RESULTS = [
  { value: 'clear', label: '情况属实' },
  { value: 'doubt', label: '有疑问' },
] as const
type Result = (typeof RESULTS)[number]['value']

/** 居委核查: what was seen at the home. */
export function CommitteeSheet({ review: { ask, check, pending } }: { review: Review }) {
  const [result, setResult] = useState<Result>()
  const [note, setNote] = useState('')
  const complete = result === 'clear' || (result === 'doubt' && note.trim().length >= 2)
  return (
    <Sheet
      open
      title="居委核查"
      onClose={() => ask(undefined)}
      footer={
        <Button disabled={!complete} loading={pending.check} onPress={() => result && void check(result, note.trim())}>
          提交核查结果
        </Button>
      }
    >
      <ChoiceField<Result> label="实际居住情况" required options={RESULTS} value={result} onChange={setResult} />
      <TextField
        label="说明"
        required={result === 'doubt'}
        multiline
        maxLength={300}
        placeholder="例如：已上门看过，没有分隔"
        value={note}
        onChange={setNote}
      />
    </Sheet>
  )
}
