import { COMPLAINT_STATUS_NAMES, ComplaintStatus } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { isStaff } from '@anju/shared/person/role'
import { useState } from 'react'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { TownPicker } from '../../filing/town-picker'
import { useFresh } from '../../filing/use-fresh'
import { useLoginFirst } from '../../lease/login-first'
import { useHat } from '../../person/hat'
import { usePages } from '../../use-call'
import { ComplaintCard } from './complaint-card'

const STATUSES = ComplaintStatus.options.map((value) => ({ value, label: COMPLAINT_STATUS_NAMES[value] }))
const TOWN_DIGITS = 9

function Queue({ regionCode }: { regionCode: string }) {
  const [status, setStatus] = useState<ComplaintStatus>('filed')
  const queue = usePages(complaintRoutes.listComplaintQueue, { regionCode, status })
  useFresh(queue.again)
  return (
    <>
      <ChoiceField label="状态" required options={STATUSES} value={status} onChange={setStatus} />
      <List
        pages={queue}
        keyOf={(card) => card.id}
        render={(card) => <ComplaintCard card={card} desk />}
        empty={
          <Card>
            <Empty icon="done" title={`没有${COMPLAINT_STATUS_NAMES[status]}的投诉`} hint="可以看看其他状态。" />
          </Card>
        }
      />
    </>
  )
}

/** 投诉待办 of the town or committee of this hat: urgent first, then by the day on which it is due. */
export default function ComplaintDesk() {
  const { hat } = useHat()
  const region = hat && isStaff(hat.role) ? (hat.region ?? '') : ''
  const [chosen, setChosen] = useState('')
  useLoginFirst()
  const town = region.length >= TOWN_DIGITS ? region : chosen
  return (
    <Page wide>
      {region.length > 0 && region.length < TOWN_DIGITS && (
        <TownPicker region={region} town={chosen} onChoose={setChosen} />
      )}
      {town ? (
        <Queue key={town} regionCode={town} />
      ) : (
        <Card>
          <Empty icon="place" title="请选择街镇" hint="工作人员选好街镇后，显示那里的投诉。" />
        </Card>
      )}
    </Page>
  )
}
