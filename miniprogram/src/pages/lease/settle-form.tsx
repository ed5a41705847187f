import type { Lease } from '@anju/shared/lease/lease'
import { settle } from '@anju/shared/lease/settle'
import type { SettlementFacts } from '@anju/shared/lease/settlement'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { FEE_KIND_NAMES, FeeKind } from '@anju/shared/lease/terms'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { SwitchRow } from '../../components/switch-row'
import { useCommand } from '../../use-call'
import { Refusal } from './refusal'
import { StatementCard } from './statement-card'

const KINDS = FeeKind.options.map((value) => ({ value, label: FEE_KIND_NAMES[value] }))

/** 填写结算单: what is not in the lease; what comes of it is shown as one types. */
export function SettleForm({ lease, start, onSent }: { lease: Lease; start: SettlementFacts; onSent: () => void }) {
  const propose = useCommand(tenancyRoutes.proposeSettlement)
  const [facts, setFacts] = useState(start)
  const [fee, setFee] = useState<{ kind: FeeKind; fen: number | undefined }>({ kind: 'water', fen: undefined })
  const set = (changes: Partial<SettlementFacts>) => setFacts({ ...facts, ...changes })
  const { deductionGrounds } = lease.deposit
  const penaltyFen = lease.ending?.penaltyFen ?? 0
  const addFee = () => {
    if (!fee.fen) return
    set({ fees: [...facts.fees, { kind: fee.kind, amountFen: fee.fen, note: '', billed: false }] })
    setFee({ ...fee, fen: undefined })
  }
  const deduct = (ground: string, amountFen: number | undefined) => {
    const others = facts.deductions.filter((each) => each.ground !== ground)
    set({ deductions: amountFen ? [...others, { ground, amountFen, note: '' }] : others })
  }
  const submit = () =>
    propose.run({ leaseId: lease.id, version: lease.version, ...facts }).then(
      () => {
        toast('已发给对方确认')
        onSent()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  return (
    <Page
      title="退租结算"
      footer={
        <Button loading={propose.pending} onPress={() => void submit()}>
          发给对方确认
        </Button>
      }
    >
      <Card title="已收款项">
        <MoneyField
          label="已付租金合计"
          required
          fen={facts.paidRentFen}
          onChange={(paidRentFen) => set({ paidRentFen: paidRentFen ?? 0 })}
          hint="这份租约从头到尾付过的租金，不含押金"
        />
        <MoneyField
          label="持有押金"
          required
          fen={facts.heldDepositFen}
          onChange={(heldDepositFen) => set({ heldDepositFen: heldDepositFen ?? 0 })}
        />
      </Card>
      <Card title="未付费用">
        {facts.fees.map(({ kind, amountFen, note }, index) => (
          <SwitchRow
            key={`${kind}${amountFen}${note}`}
            label={`${FEE_KIND_NAMES[kind]} ¥${yuan(amountFen)}`}
            note={note}
            on
            onChange={() => set({ fees: facts.fees.filter((_fee, each) => each !== index) })}
          />
        ))}
        <PickField label="费用" options={KINDS} value={fee.kind} onChange={(kind) => setFee({ ...fee, kind })} />
        <MoneyField label="金额" fen={fee.fen} onChange={(fen) => setFee({ ...fee, fen })} />
        <Button kind="quiet" small icon="plus" disabled={!fee.fen} onPress={addFee}>
          添加费用
        </Button>
      </Card>
      {deductionGrounds.length > 0 && (
        <Card title="押金扣减">
          {deductionGrounds.map((ground) => (
            <MoneyField
              key={ground}
              label={ground}
              fen={facts.deductions.find((each) => each.ground === ground)?.amountFen}
              onChange={(fen) => deduct(ground, fen)}
            />
          ))}
          <Notice ruleId="N-06" source="住房租赁条例第十条">
            只有租约写明的情形可以扣减，并逐项说明。
          </Notice>
        </Card>
      )}
      {penaltyFen > 0 && (
        <Card flush>
          <SwitchRow
            label="免除违约金"
            note={`约定违约金 ¥${yuan(penaltyFen)}`}
            on={facts.penaltyWaived}
            onChange={(penaltyWaived) => set({ penaltyWaived })}
          />
        </Card>
      )}
      <StatementCard statement={settle(lease, facts)} />
      {propose.error && <Refusal error={propose.error} />}
    </Page>
  )
}
