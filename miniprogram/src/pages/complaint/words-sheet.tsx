import { OUTCOME_NAMES, Outcome } from '@anju/shared/complaint/complaint'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'

const OUTCOMES = Outcome.options.map((value) => ({ value, label: OUTCOME_NAMES[value] }))
const STARS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: `${value} 星` }))

/** What somebody says in a complaint, and what goes with it. */
export interface Words {
  text: string
  outcome: Outcome
  stars: number
}

interface Props {
  title: string
  label: string
  note?: string
  /** What is chosen beside the words. */
  with?: 'outcome' | 'stars'
  /** The words may be left out. */
  optional?: boolean
  yes: string
  done: string
  send: (words: Words) => Promise<unknown>
  pending: boolean
  onClose: () => void
}

export function WordsSheet({ title, label, note, with: beside, optional, yes, done, send, pending, onClose }: Props) {
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  const [stars, setStars] = useState<string>()
  const [error, setError] = useState<unknown>()
  const ready =
    (optional || text.trim().length > 1) && (beside !== 'outcome' || outcome) && (beside !== 'stars' || stars)
  const submit = async () => {
    setError(undefined)
    await send({ text: text.trim(), outcome: outcome ?? 'upheld', stars: Number(stars) }).then(() => {
      toast(done)
      onClose()
    }, setError)
  }
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button loading={pending} disabled={!ready} onPress={() => void submit()}>
          {yes}
        </Button>
      }
    >
      {note && <Notice>{note}</Notice>}
      {beside === 'outcome' && (
        <ChoiceField label="处理结果" required options={OUTCOMES} value={outcome} onChange={setOutcome} />
      )}
      {beside === 'stars' && <ChoiceField label="评分" required options={STARS} value={stars} onChange={setStars} />}
      <TextField
        label={label}
        required={!optional}
        multiline
        maxLength={beside === 'stars' ? 300 : 1000}
        value={text}
        onChange={setText}
      />
      {error !== undefined && <Notice tone="danger" title={sentenceOf(error)} />}
    </Sheet>
  )
}
