import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { today } from '../../lease/lease-words'
import { useCommand } from '../../use-call'
import { HOUR_OPTIONS, type Hour, instantOf, tomorrow } from './repair-words'
import { act } from './told'

/** 约定上门时间, said by one side for the other to agree to. */
export function VisitSheet({ repair, onClose }: { repair: RepairView; onClose: () => void }) {
  const [day, setDay] = useState<string>(tomorrow())
  const [hour, setHour] = useState<Hour>('09:00')
  const arrange = useCommand(repairRoutes.arrangeVisit)
  const send = () => {
    const input = { repairId: repair.id, version: repair.version, at: instantOf(day, hour) }
    void act(arrange.run(input), '已提出，等对方同意', onClose)
  }
  return (
    <Sheet
      open
      title="约上门时间"
      onClose={onClose}
      footer={
        <Button loading={arrange.pending} onPress={send}>
          提出这个时间
        </Button>
      }
    >
      <Notice source="住房租赁条例第九条" ruleId="N-05">
        未经租客同意不得进入房屋；双方说同一个时间才算约定。
      </Notice>
      <DateField label="上门日期" required value={day} min={today()} onChange={setDay} />
      <ChoiceField label="上门时间" required options={HOUR_OPTIONS} value={hour} onChange={setHour} />
    </Sheet>
  )
}
