import { periodsOf } from '@anju/shared/lease/schedule'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Row } from '../../components/row'

const SHOWN = 4

/** 付款计划: what falls due when, by the terms as they stand. */
export function SchedulePreview({ terms }: { terms: LeaseTerms }) {
  const [all, setAll] = useState(false)
  const periods = periodsOf(terms)
  const rest = periods.length - SHOWN
  return (
    <Card title={`付款计划（共 ${periods.length} 期租金）`} flush>
      {periods.slice(0, all ? periods.length : SHOWN).map(({ index, from, to, dueOn, amountFen }) => (
        <Row key={String(index)} label={`${dueOn} 前`} note={`${from} 至 ${to}`} value={<Money fen={amountFen} />} />
      ))}
      {rest > 0 && !all && (
        <Button kind="quiet" small onPress={() => setAll(true)}>
          {`其余 ${rest} 期`}
        </Button>
      )}
    </Card>
  )
}
