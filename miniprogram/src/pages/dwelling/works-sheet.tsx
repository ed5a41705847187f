import { type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId } from '@anju/shared/id'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'

/** 安排装修: what is done to a unit, and from when to when it cannot be let. */
export function WorksSheet({ id, unit, onClose }: { id: DwellingId; unit: Unit; onClose: () => void }) {
  const start = useCommand(dwellingRoutes.startWorks)
  const [worksId] = useState(() => newId('wrk'))
  const [what, setWhat] = useState('')
  const [from, setFrom] = useState<string | undefined>(today())
  const [to, setTo] = useState<string | undefined>()
  const ready = what.trim() !== '' && from !== undefined && to !== undefined
  const send = () =>
    ready &&
    void start
      .run({ dwellingId: id, worksId, unit, from, to, what })
      .then(() => {
        toast('已安排')
        onClose()
      })
      .catch(() => {})
  return (
    <Sheet
      open
      title={`${unitName(unit)}装修`}
      onClose={onClose}
      footer={
        <Button loading={start.pending} disabled={!ready} onPress={send}>
          安排装修
        </Button>
      }
    >
      <TextField label="做什么" required value={what} onChange={setWhat} maxLength={60} placeholder="例如：粉刷墙面" />
      <DateField label="从哪天开始" required value={from} onChange={setFrom} />
      <DateField
        label="到哪天为止"
        required
        value={to}
        min={from}
        onChange={setTo}
        hint="这些天不能出租，也不计入空置天数。"
      />
      {start.error && (
        <Notice tone="danger" title={start.error instanceof CallError ? sentenceOf(start.error) : '没有成功，请重试'} />
      )}
    </Sheet>
  )
}
