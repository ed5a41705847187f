import { addDays } from '@anju/shared/day'
import { type ParameterLine, ruleRoutes } from '@anju/shared/rule/rule.routes'
import { useRef, useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { Preview } from './preview'
import { CERTAINTY_WORDS } from './rule-words'

const TOWN_DIGITS = 9
const SWITCH = [
  { value: 'true', label: '开启' },
  { value: 'false', label: '关闭' },
] as const
const CERTAINTIES = (['V', 'S', 'M', 'A'] as const).map((value) => ({ value, label: CERTAINTY_WORDS[value] }))

interface Props {
  line: ParameterLine
  regionCode: string
  /** The day on which the numbers were read. */
  on: string
  onClose: () => void
}

/** 录入数字: the value, from which day, where it is written; a look at the open cases first. */
export function RecordSheet({ line, regionCode, on, onClose }: Props) {
  const id = useRef(newId('prm', regionCode))
  const [value, setValue] = useState('')
  const [effectiveFrom, setFrom] = useState(addDays(on, 1))
  const [source, setSource] = useState('')
  const [certainty, setCertainty] = useState<'V' | 'S' | 'M' | 'A'>('V')
  const [looked, setLooked] = useState<string>()
  const record = useCommand(ruleRoutes.recordParameter)
  const error = record.error instanceof CallError ? record.error : undefined
  const ready = /^(?:true|false|\d{1,7}(?:\.\d{1,2})?)$/.test(value) && source.trim().length >= 4
  const asked = `${value} ${effectiveFrom}`
  const key = line.key as Parameters<typeof record.run>[0]['key']

  const send = async () => {
    const word = line.kind === 'switch' ? (value === 'true' ? '开启' : '关闭') : `${value} ${line.unit}`
    const content = `${line.title} ${word}，${effectiveFrom} 起签订的租约按它办理。生效后不能撤回，只能另录一项。`
    if (!(await confirm({ title: '录入这项数字？', content, yes: '录入' }))) return
    const parsed = line.kind === 'switch' ? value === 'true' : Number(value)
    await record
      .run({ regionCode, parameterId: id.current, key, value: parsed, source: source.trim(), certainty, effectiveFrom })
      .then(
        () => {
          toast('已录入')
          onClose()
        },
        (failure: unknown) => toast(sentenceOf(failure)),
      )
  }
  return (
    <Sheet
      open
      title={line.title}
      onClose={onClose}
      footer={
        <Button loading={record.pending} disabled={!ready} onPress={() => void send()}>
          录入
        </Button>
      }
    >
      {line.kind === 'switch' ? (
        <ChoiceField label="改为" required options={SWITCH} value={value as 'true'} onChange={setValue} />
      ) : (
        <TextField
          label={`改为（${line.unit}）`}
          required
          type="decimal"
          maxLength={10}
          value={value}
          error={error?.fieldError('value')}
          onChange={setValue}
        />
      )}
      <DateField
        label="生效日"
        required
        hint="最早明天；生效日之前签订的租约不受影响"
        min={addDays(on, 1)}
        value={effectiveFrom}
        error={error?.fieldError('effectiveFrom')}
        onChange={setFrom}
      />
      <TextField
        label="出处"
        required
        multiline
        maxLength={200}
        hint="文号和条款，申请人被退回时会看到"
        value={source}
        error={error?.fieldError('source')}
        onChange={setSource}
      />
      <ChoiceField label="依据" required options={CERTAINTIES} value={certainty} onChange={setCertainty} />
      {regionCode.length === TOWN_DIGITS && /\d|true|false/.test(value) && (
        <>
          <Button kind="quiet" icon="search" onPress={() => setLooked(asked)}>
            看看哪些在办备案会改变
          </Button>
          {looked === asked && (
            <Preview regionCode={regionCode} parameter={key} value={value} effectiveFrom={effectiveFrom} />
          )}
        </>
      )}
    </Sheet>
  )
}
