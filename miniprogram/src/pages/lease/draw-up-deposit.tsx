import type { RuleHit } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoicesField } from '../../components/choice-field'
import { MoneyField } from '../../components/money-field'
import { RuleNotice } from '../../components/notice'
import { TextField } from '../../components/text-field'
import { depositFenOf, USUAL_GROUNDS } from './draft'
import type { PartProps } from './draw-up-form'

const GROUND_MIN = 2
const GROUND_MAX = 60

/** The three things that the law wants of a deposit: how much, when it is returned, what may be kept of it. */
export function DrawUpDeposit({ draft, set, errorAt, hits }: PartProps & { hits: RuleHit[] }) {
  const [own, setOwn] = useState('')
  const [added, setAdded] = useState<string[]>([])
  const depositFen = depositFenOf(draft)
  const grounds = [...new Set([...USUAL_GROUNDS, ...draft.grounds, ...added])]
  const add = () => {
    const ground = own.trim()
    if (ground.length < GROUND_MIN) return
    setAdded([...added, ground])
    set({ grounds: [...new Set([...draft.grounds, ground])] })
    setOwn('')
  }
  return (
    <Card title="押金">
      <MoneyField
        label="押金金额"
        required
        fen={depositFen}
        onChange={(fen) => set({ depositFen: fen, depositTyped: true })}
        hint={draft.depositTyped ? '不收押金填 0' : `按 ${draft.payCycle.depositMonths} 个月租金算出，可以修改`}
        error={errorAt('deposit.amountFen')}
      />
      {depositFen !== 0 && (
        <>
          <TextField
            label="退房后几天内返还"
            required
            type="number"
            maxLength={3}
            value={draft.returnDays}
            onChange={(returnDays) => set({ returnDays })}
            error={errorAt('deposit.returnDays')}
          />
          <ChoicesField
            label="可以扣减押金的情形"
            required
            options={grounds.map((ground) => ({ value: ground, label: ground }))}
            values={draft.grounds}
            onChange={(chosen) => set({ grounds: chosen })}
            hint="只有写明的情形可以扣减"
            error={errorAt('deposit.deductionGrounds')}
          />
          <View className="draw-up-own">
            <View className="draw-up-own-field">
              <TextField
                label="其他情形"
                value={own}
                onChange={setOwn}
                onConfirm={add}
                maxLength={GROUND_MAX}
                placeholder="写好后点“添加”"
              />
            </View>
            <Button kind="quiet" small icon="plus" disabled={own.trim().length < GROUND_MIN} onPress={add}>
              添加
            </Button>
          </View>
        </>
      )}
      {hits.map((hit) => (
        <RuleNotice key={hit.ruleId} hit={hit} />
      ))}
    </Card>
  )
}
