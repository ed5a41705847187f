import { isOverdue, owedFen } from '@anju/shared/bill/bill'
import { type BillView, billRoutes } from '@anju/shared/bill/bill.routes'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { today } from '../../lease/lease-words'
import { useCommand } from '../../use-call'
import { ChargeSheet } from './charge-sheet'
import { DemandSheet } from './demand-sheet'

/** What else the lessor does with an open bill. */
export function BillMore({ bill }: { bill: BillView }) {
  const [sheet, setSheet] = useState<'charge' | 'demand' | undefined>(undefined)
  const cancel = useCommand(billRoutes.cancelBill)
  const writeOff = useCommand(billRoutes.writeOffBill)
  const target = { billId: bill.id, version: bill.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const drop = async () => {
    const content = `${bill.lesseeName}会看到账单已取消，账本里的应收会红冲。`
    if (await confirm({ title: '取消这张账单？', content, yes: '取消账单', no: '不取消', danger: true }))
      await cancel.run(target).then(...said('账单已取消'))
  }
  const giveUp = async () => {
    const content = `未收的 ¥${yuan(owedFen(bill))} 记为坏账，以后不再提醒。`
    if (await confirm({ title: '核销这张账单？', content, yes: '核销', danger: true }))
      await writeOff.run(target).then(...said('账单已核销'))
  }
  const close = () => setSheet(undefined)
  return (
    <>
      <Card flush>
        <Row icon="plus" label="加收一项" note="水电、违约金等，写明是什么" onPress={() => setSheet('charge')} />
        {isOverdue(bill, today()) && (
          <Row
            icon="bell"
            label="催告付款"
            note="给合理期限并留下记录，是因欠租解约的前提"
            onPress={() => setSheet('demand')}
          />
        )}
        {bill.paidFen === 0 && <Row icon="close" label="取消账单" onPress={() => void drop()} />}
        <Row icon="stopped" label="核销未收部分" note="确实收不回来时" onPress={() => void giveUp()} />
      </Card>
      {sheet === 'charge' && <ChargeSheet bill={bill} onClose={close} />}
      {sheet === 'demand' && <DemandSheet bill={bill} onClose={close} />}
    </>
  )
}
