import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { monthName, thisMonth } from './month'

/** 结账 of the month that is shown: once closed, nothing more is booked into it. */
export function CloseMonth({ month, closedThrough }: { month: string; closedThrough: string | undefined }) {
  const [pending, setPending] = useState(false)
  const client = useQueryClient()
  if (closedThrough !== undefined && month <= closedThrough)
    return (
      <Card flush>
        <Row
          label={`${monthName(month)}已结账`}
          note="不能再记入这个月；有误请红冲，在未结账的月份补记"
          value={<Tag tone="done">已结账</Tag>}
        />
      </Card>
    )
  if (month >= thisMonth()) return null
  const close = async () => {
    const content = `${monthName(month)}和以前的月份不能再记账，也不能撤销结账。之后发现有误，用红冲和补记改正。`
    if (!(await confirm({ title: `结清 ${monthName(month)}？`, content, yes: '结账', danger: true }))) return
    setPending(true)
    await call(ledgerRoutes.closeMonth, { month }).then(
      () => toast('已结账'),
      (error: unknown) => toast(sentenceOf(error)),
    )
    setPending(false)
    await client.invalidateQueries()
  }
  return (
    <Button kind="quiet" loading={pending} onPress={() => void close()}>
      {`${monthName(month)}结账`}
    </Button>
  )
}
