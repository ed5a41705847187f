import { type DevicePlate, type Dial, parseDial } from '@anju/shared/meter/device'
import type * as z from 'zod'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'

/** What is written on a device and what its dial shows, as it is typed. */
export interface DeviceDraft {
  serialNo: string
  digits: string
  decimals: string
  multiplier: string
  total: string
  valley: string
}
export const EMPTY_DEVICE: DeviceDraft = {
  serialNo: '',
  digits: '5',
  decimals: '0',
  multiplier: '1',
  total: '',
  valley: '',
}

export const plateOf = ({ serialNo, digits, decimals, multiplier }: DeviceDraft): z.input<typeof DevicePlate> => ({
  serialNo: serialNo.trim(),
  digits: Number(digits),
  decimals: Number(decimals),
  multiplier: Number(multiplier) || 1,
})

export function dialOf({ total, valley }: Pick<DeviceDraft, 'total' | 'valley'>, twoRates: boolean): Dial | undefined {
  const [totalMilli, valleyMilli] = [parseDial(total), twoRates ? parseDial(valley) : undefined]
  if (totalMilli === undefined || (twoRates && valleyMilli === undefined)) return undefined
  return { totalMilli, ...(valleyMilli !== undefined && { valleyMilli }) }
}

const count = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index)).map((value) => ({
    value,
    label: `${value} 位`,
  }))

interface Props {
  draft: DeviceDraft
  twoRates: boolean
  withMultiplier: boolean
  onChange: (draft: DeviceDraft) => void
}

export function DeviceFields({ draft, twoRates, withMultiplier, onChange }: Props) {
  const set = (name: keyof DeviceDraft) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <>
      <TextField label="表号" value={draft.serialNo} onChange={set('serialNo')} maxLength={30} required />
      <PickField required label="整数位（黑色）" options={count(3, 8)} value={draft.digits} onChange={set('digits')} />
      <PickField
        required
        label="小数位（红色）"
        options={count(0, 3)}
        value={draft.decimals}
        onChange={set('decimals')}
      />
      {withMultiplier && (
        <TextField
          label="倍率"
          hint="带互感器的电表才有，一般是 1"
          value={draft.multiplier}
          onChange={set('multiplier')}
          type="number"
          maxLength={4}
        />
      )}
      <TextField
        label="起数"
        hint="装上或接管时表上的读数"
        value={draft.total}
        onChange={set('total')}
        type="decimal"
        maxLength={12}
        required
      />
      {twoRates && (
        <TextField
          label="谷时起数"
          value={draft.valley}
          onChange={set('valley')}
          type="decimal"
          maxLength={12}
          required
        />
      )}
    </>
  )
}
