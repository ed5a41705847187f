import type { Day } from '@anju/shared/day'
import type { Meter } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice, RuleNotice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'
import { DeviceFields, dialOf, EMPTY_DEVICE, plateOf } from './device-fields'
import { today } from './walk'

/** 换表: the last register of the old device, the plate and the first register of the new one. */
export function ReplaceSheet({ meter, onClose }: { meter: Meter; onClose: () => void }) {
  const [on, setOn] = useState<Day>(today)
  const [ends, setEnds] = useState({ total: '', valley: '' })
  const [draft, setDraft] = useState(EMPTY_DEVICE)
  const [reason, setReason] = useState('')
  const replace = useCommand(meterRoutes.replaceMeter)
  const final = dialOf(ends, meter.twoRates)
  const first = dialOf(draft, meter.twoRates)
  const refused = replace.error instanceof CallError ? replace.error : undefined
  const save = async () => {
    if (!final || !first) return
    try {
      await replace.run({
        meterId: meter.id,
        version: meter.version,
        on,
        final,
        device: plateOf(draft),
        first,
        ...(refused?.code === 'meter.suspicious' && reason.trim() && { reason: reason.trim() }),
      })
      toast('已换表')
      onClose()
    } catch {
      // What was refused stands in the sheet.
    }
  }
  return (
    <Sheet
      open
      title="换表"
      onClose={onClose}
      footer={
        <Button
          loading={replace.pending}
          disabled={!final || !first || !draft.serialNo.trim()}
          onPress={() => void save()}
        >
          保存
        </Button>
      }
    >
      {refused?.rules.map((hit) => (
        <RuleNotice key={hit.ruleId} hit={hit} />
      ))}
      {replace.error && refused?.rules.length === 0 && <Notice tone="danger" title={sentenceOf(replace.error)} />}
      {refused?.code === 'meter.suspicious' && (
        <TextField label="如果没错，写明原因" value={reason} onChange={setReason} maxLength={200} />
      )}
      <DateField required label="换表日期" value={on} onChange={setOn} max={today()} />
      <TextField
        label="旧表止数"
        value={ends.total}
        onChange={(total) => setEnds({ ...ends, total })}
        type="decimal"
        maxLength={12}
        required
      />
      {meter.twoRates && (
        <TextField
          label="旧表谷时止数"
          value={ends.valley}
          onChange={(valley) => setEnds({ ...ends, valley })}
          type="decimal"
          maxLength={12}
          required
        />
      )}
      <DeviceFields
        draft={draft}
        twoRates={meter.twoRates}
        withMultiplier={meter.kind === 'electricity'}
        onChange={setDraft}
      />
    </Sheet>
  )
}
