import { amountText, dialText, MEASURE_NAMES } from '@anju/shared/meter/device'
import type { RoundStop } from '@anju/shared/meter/round'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { open } from '../../lease/paths'

interface Props {
  doubt: 'lower' | 'much' | undefined
  stop: RoundStop
  totalMilli: number
  onClose: () => void
  onKeep: (reason: string) => void
}

export const REASONS = ['住的人多了', '空置后刚入住', '漏水或故障', '上次抄少了'].map((label) => ({
  value: label,
  label,
}))

/** Before anything is kept: what cannot be right is looked at again, or explained. */
export function DoubtSheet({ doubt, stop, totalMilli, onClose, onKeep }: Props) {
  const [reason, setReason] = useState('')
  const name = MEASURE_NAMES[stop.kind]
  if (doubt === 'lower')
    return (
      <Sheet open title="读数比上次小" onClose={onClose} footer={<Button onPress={onClose}>再看一遍表</Button>}>
        <Notice
          tone="danger"
          title={`上次 ${dialText(stop.last.totalMilli, stop.decimals)}，现在 ${dialText(totalMilli, stop.decimals)}`}
        >
          表不会倒走。如果换过表，请先登记换表；如果上次抄错，请在这块表的记录里撤销上次读数。
        </Notice>
        <Button kind="quiet" onPress={() => open(`/pages/meter/meter?id=${stop.id}`)}>
          打开这块表的记录
        </Button>
      </Sheet>
    )
  return (
    <Sheet
      open={doubt === 'much'}
      title="用量比以往多得多"
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            再看一遍表
          </Button>
          <Button disabled={reason.trim().length < 2} onPress={() => onKeep(reason.trim())}>
            没错，保存
          </Button>
        </>
      }
    >
      <Notice tone="warn" title={`这次用了 ${amountText(totalMilli - stop.last.totalMilli)} ${name}`}>
        确认表上就是这个数，再选一个原因。
      </Notice>
      <ChoiceField label="原因" options={REASONS} value={reason} onChange={setReason} />
      <TextField label="或写明原因" value={reason} onChange={setReason} maxLength={200} />
    </Sheet>
  )
}
