import { ACCOUNTS } from '@anju/shared/ledger/accounts'
import { PAY_METHOD_NAMES, PayMethod } from '@anju/shared/ledger/entry'
import { needsOf } from '@anju/shared/ledger/manual'
import { OPENING_ACCOUNTS } from '@anju/shared/ledger/recipes'
import { View } from '@tarojs/components'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'
import type { ErrorAt, Told } from './entry'

interface Props {
  told: Told
  set: (changes: Partial<Told>) => void
  errorAt: ErrorAt
}

const METHODS = PayMethod.options.map((value) => ({ value, label: PAY_METHOD_NAMES[value] }))
const CLAIMS = [
  { value: 'rent', label: '租金' },
  { value: 'fee', label: '费用' },
] as const
const AGAINST = [...CLAIMS, { value: 'damage', label: '损坏赔偿' }] as const
const BALANCES = OPENING_ACCOUNTS.map((value) => ({ value, label: ACCOUNTS[value].name }))
/** No money changes hands with these. */
const MOVES_NOTHING = [
  'deposit_deducted',
  'paid_on_behalf',
  'penalty_due',
  'written_off',
  'opening',
  'utility_passed_on',
]
const SPREADS = ['fit_out_paid', 'furniture_paid']

/** What only some events ask for. */
export function EntryMore({ told, set, errorAt }: Props) {
  const needs = needsOf(told.event)
  return (
    <>
      {needs.includes('account') && (
        <PickField
          label="哪一种余额"
          required
          options={BALANCES}
          value={told.account}
          onChange={(account) => set({ account })}
          error={errorAt('account')}
        />
      )}
      {needs.includes('against') && (
        <ChoiceField
          label="抵扣什么"
          required
          options={AGAINST}
          value={told.against}
          onChange={(against) => set({ against })}
          error={errorAt('against')}
        />
      )}
      {needs.includes('claim') && (
        <ChoiceField
          label="核销的是"
          required
          options={CLAIMS}
          value={told.claim}
          onChange={(claim) => set({ claim })}
          error={errorAt('claim')}
        />
      )}
      {needs.includes('covers') && (
        <View className="record-pair">
          <DateField
            label="租金从"
            required
            value={told.coversFrom}
            onChange={(coversFrom) => set({ coversFrom })}
            error={errorAt('coversFrom')}
          />
          <DateField
            label="租金到"
            required
            value={told.coversTo}
            min={told.coversFrom}
            onChange={(coversTo) => set({ coversTo })}
            error={errorAt('coversTo')}
          />
        </View>
      )}
      {SPREADS.includes(told.event) && (
        <TextField
          label="分几个月摊销"
          required={needs.includes('months')}
          type="number"
          hint={needs.includes('months') ? '一般是主租约剩下的月数' : '不填按 36 个月'}
          value={told.months ? String(told.months) : ''}
          onChange={(text) => set({ months: Number.parseInt(text, 10) || undefined } as Partial<Told>)}
          error={errorAt('months')}
        />
      )}
      {!MOVES_NOTHING.includes(told.event) && (
        <ChoiceField
          label="方式"
          options={METHODS}
          value={told.method}
          onChange={(method) => set({ method })}
          error={errorAt('method')}
        />
      )}
    </>
  )
}
