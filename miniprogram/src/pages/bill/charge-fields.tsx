import type { Charge } from '@anju/shared/bill/bill.routes'
import { FEE_KIND_NAMES, FeeKind } from '@anju/shared/lease/terms'
import { ChoiceField } from '../../components/choice-field'
import { MoneyField } from '../../components/money-field'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'

export interface ChargeDraft {
  kind: Charge['kind']
  feeKind: FeeKind | undefined
  amountFen: number | undefined
  note: string
}
export const emptyCharge: ChargeDraft = { kind: 'utility', feeKind: 'water', amountFen: undefined, note: '' }

const KINDS: { value: Charge['kind']; label: string }[] = [
  { value: 'utility', label: '代收水电等' },
  { value: 'fee', label: '其他费用' },
  { value: 'late_fee', label: '逾期违约金' },
]
const FEES = FeeKind.options.map((value) => ({ value, label: FEE_KIND_NAMES[value] }))

/** The charge once it can be sent. */
export function chargeOf({ kind, feeKind, amountFen, note }: ChargeDraft): Charge | undefined {
  const words = note.trim()
  if (!amountFen || words.length < 2) return undefined
  return { kind, amountFen, note: words, ...(kind !== 'late_fee' && feeKind && { feeKind }) }
}

interface Props {
  charge: ChargeDraft
  onChange: (charge: ChargeDraft) => void
  /** 违约金 belongs on the bill that is overdue. */
  lateFee?: boolean
}

export const ChargeFields = ({ charge, onChange, lateFee }: Props) => {
  const set = (changes: Partial<ChargeDraft>) => onChange({ ...charge, ...changes })
  return (
    <>
      <ChoiceField
        label="收什么"
        required
        options={KINDS.filter(({ value }) => lateFee || value !== 'late_fee')}
        value={charge.kind}
        onChange={(kind) => set({ kind })}
      />
      {charge.kind !== 'late_fee' && (
        <PickField
          label="费用种类"
          required
          options={FEES}
          value={charge.feeKind}
          onChange={(feeKind) => set({ feeKind })}
        />
      )}
      <MoneyField label="金额" required fen={charge.amountFen} onChange={(amountFen) => set({ amountFen })} />
      <TextField
        label="说明"
        required
        hint="租客会看到，例如：8 月水费，表读数 120 到 140，共 20 吨"
        maxLength={200}
        value={charge.note}
        onChange={(note) => set({ note })}
      />
    </>
  )
}
