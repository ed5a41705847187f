import { addDays, addMonths } from '@anju/shared/day'
import { FEE_KIND_NAMES, FeeKind, STUB_BASIS_NAMES, StubBasis } from '@anju/shared/lease/terms'
import { yuan } from '@anju/shared/money'
import type { RuleHit } from '@anju/shared/rule'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { MoneyField } from '../../components/money-field'
import { RuleNotice } from '../../components/notice'
import { PickField } from '../../components/pick-field'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { endOnOf, type MoreTerms } from './draft'
import type { PartProps } from './draw-up-form'

const PAYERS = [
  { value: 'lessor', label: '出租方' },
  { value: 'lessee', label: '承租方' },
  { value: 'none', label: '不约定' },
] as const
const BASES = StubBasis.options.map((value) => ({ value, label: STUB_BASIS_NAMES[value] }))
const PENALTIES = [0, 0.5, 1, 1.5, 2, 3].map((months) => ({
  value: String(months),
  label: months === 0 ? '不约定' : `${months} 个月租金`,
}))
const LATE_FEES = [
  { value: '0', label: '不约定' },
  { value: '300', label: '每日万分之三' },
  { value: '500', label: '每日万分之五' },
  { value: '1000', label: '每日千分之一' },
  { value: '2000', label: '每日千分之二' },
]
const number = (text: string): number | undefined => (/^\d{1,3}$/.test(text) ? Number(text) : undefined)

type Props = PartProps & { hits: RuleHit[]; amending: boolean }
type Part = { more: MoreTerms; change: (changes: Partial<MoreTerms>) => void; startOn: string; endOn: string }

/** The twelve kinds of the model lease: who bears each (CT-11). */
function Fees({ more, change }: Part) {
  const payerOf = (kind: FeeKind) => more.fees.find((fee) => fee.kind === kind)?.payer ?? 'none'
  const choose = (kind: FeeKind, payer: 'lessor' | 'lessee' | 'none') => {
    const others = more.fees.filter((fee) => fee.kind !== kind)
    change({ fees: payer === 'none' ? others : [...others, { kind, payer }] })
  }
  const monthly = (kind: FeeKind, monthlyFen: number | undefined) =>
    change({
      fees: more.fees.map((fee) =>
        fee.kind === kind ? { kind, payer: fee.payer, ...(monthlyFen && { monthlyFen }) } : fee,
      ),
    })
  return (
    <Card title="其他费用谁承担">
      {FeeKind.options.map((kind) => (
        <ChoiceField
          key={kind}
          label={FEE_KIND_NAMES[kind]}
          required
          options={PAYERS}
          value={payerOf(kind)}
          onChange={(payer) => choose(kind, payer)}
        />
      ))}
      {(['property', 'internet', 'cleaning'] as const)
        .filter((kind) => payerOf(kind) === 'lessee')
        .map((kind) => (
          <MoneyField
            key={kind}
            label={`${FEE_KIND_NAMES[kind]}每月固定`}
            fen={more.fees.find((fee) => fee.kind === kind)?.monthlyFen}
            onChange={(fen) => monthly(kind, fen)}
            hint="填写后随租金一起出账单；不填则据实结算"
          />
        ))}
    </Card>
  )
}

function Changes({ more, change, startOn, endOn }: Part) {
  const [from, setFrom] = useState('')
  const [rentFen, setRentFen] = useState<number>()
  const [freeFrom, setFreeFrom] = useState('')
  const [freeTo, setFreeTo] = useState('')
  const riseFrom = from || addMonths(startOn, 12)
  const [first, last] = [freeFrom || startOn, freeTo || addDays(startOn, 14)]
  return (
    <Card title="租金调整与免租期">
      {more.rises.map((rise) => (
        <SwitchRow
          key={rise.from}
          label={`${rise.from} 起 ¥${yuan(rise.rentFen)}/月`}
          on
          onChange={() => change({ rises: more.rises.filter((each) => each !== rise) })}
        />
      ))}
      <DateField
        label="从哪天调整"
        value={riseFrom}
        min={startOn > today() ? startOn : today()}
        max={endOn}
        onChange={setFrom}
      />
      <MoneyField label="调整后月租金" fen={rentFen} onChange={setRentFen} />
      <Button
        kind="quiet"
        small
        icon="plus"
        disabled={!rentFen}
        onPress={() => {
          const others = more.rises.filter((rise) => rise.from !== riseFrom)
          if (rentFen) change({ rises: [...others, { from: riseFrom, rentFen }] })
          setRentFen(undefined)
        }}
      >
        添加租金调整
      </Button>
      {more.freePeriods.map((free) => (
        <SwitchRow
          key={free.from}
          label={`免租 ${free.from} 至 ${free.to}`}
          on
          onChange={() => change({ freePeriods: more.freePeriods.filter((each) => each !== free) })}
        />
      ))}
      <DateField label="免租开始" value={first} min={startOn} max={endOn} onChange={setFreeFrom} />
      <DateField label="免租结束" value={last} min={first} max={endOn} onChange={setFreeTo} hint="含当天" />
      <Button
        kind="quiet"
        small
        icon="plus"
        onPress={() =>
          change({
            freePeriods: [...more.freePeriods.filter(({ from: each }) => each !== first), { from: first, to: last }],
          })
        }
      >
        添加免租期
      </Button>
    </Card>
  )
}

function Breaches({
  more,
  change,
  replace,
  amending,
}: Part & { replace: (more: MoreTerms) => void; amending: boolean }) {
  return (
    <Card title="付款与违约">
      {!amending && (
        <PickField
          label="不足一个月怎样算"
          required
          options={BASES}
          value={more.stubBasis}
          onChange={(stubBasis) => change({ stubBasis })}
        />
      )}
      <TextField
        label="每期提前几天付租"
        type="number"
        maxLength={2}
        value={String(more.dueDaysBefore)}
        onChange={(text) => change({ dueDaysBefore: number(text) ?? 0 })}
      />
      <PickField
        label="逾期违约金"
        options={LATE_FEES}
        value={String(more.lateFeePerDayPpm)}
        onChange={(ppm) => change({ lateFeePerDayPpm: Number(ppm) })}
      />
      <TextField
        label="欠租几天可以解除"
        type="number"
        maxLength={3}
        value={more.arrearsTerminateDays === undefined ? '' : String(more.arrearsTerminateDays)}
        onChange={(text) => {
          const { arrearsTerminateDays: _days, ...rest } = more
          const days = number(text)
          replace({ ...rest, ...(days && { arrearsTerminateDays: days }) })
        }}
        hint="解除前须先催告（民法典第七百二十二条）"
      />
      <TextField
        label="提前退租须提前几天通知"
        type="number"
        maxLength={3}
        value={String(more.noticeDays)}
        onChange={(text) => change({ noticeDays: number(text) ?? 0 })}
      />
      <PickField
        label="提前退租违约金"
        options={PENALTIES}
        value={String(more.penaltyMonths)}
        onChange={(months) => change({ penaltyMonths: Number(months) })}
      />
      <SwitchRow
        label="允许转租"
        note="转租期限不得超过剩余租期"
        on={more.subletAllowed}
        onChange={(subletAllowed) => change({ subletAllowed })}
      />
    </Card>
  )
}

/** 更多条款: with usual values, folded until somebody wants them or a rule speaks. */
export function DrawUpMore({ draft, set, hits, amending }: Props) {
  const [open, setOpen] = useState(false)
  const change = (changes: Partial<MoreTerms>) => set({ more: { ...draft.more, ...changes } })
  const part = { more: draft.more, change, startOn: draft.startOn, endOn: endOnOf(draft) }
  return (
    <>
      <Card flush>
        <SwitchRow
          label="更多条款"
          note="费用承担、租金调整、免租期、违约金；已按常见约定填好"
          on={open}
          onChange={setOpen}
        />
      </Card>
      {open && (
        <>
          <Fees {...part} />
          <Changes {...part} />
          <Breaches {...part} replace={(more) => set({ more })} amending={amending} />
        </>
      )}
      {hits.map((hit) => (
        <RuleNotice key={hit.message} hit={hit} />
      ))}
    </>
  )
}
