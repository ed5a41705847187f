import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { usePages } from '../../use-call'
import { ComplaintCard } from './complaint-card'

const SIDES = [
  { value: 'reporter', label: '我提交的' },
  { value: 'respondent', label: '请我说明的' },
] as const
type Side = (typeof SIDES)[number]['value']

/** 我的投诉, and those in which the desk asks me. */
export default function MyComplaints() {
  const [side, setSide] = useState<Side>('reporter')
  const complaints = usePages(complaintRoutes.listMyComplaints, { side })
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page footer={<Button onPress={() => void Taro.navigateTo({ url: '/pages/complaint/new' })}>我要投诉</Button>}>
      <ChoiceField label="哪一方" required options={SIDES} value={side} onChange={setSide} />
      <List
        pages={complaints}
        keyOf={(card) => card.id}
        render={(card) => <ComplaintCard card={card} />}
        empty={
          <Card>
            <Empty
              icon="document"
              title={side === 'reporter' ? '您没有投诉' : '没有请您说明的投诉'}
              hint={
                side === 'reporter'
                  ? '押金不退、强制清退、群租、维修等，都可以在这里投诉。'
                  : '工作人员请您说明情况时，会出现在这里。'
              }
            />
          </Card>
        }
      />
    </Page>
  )
}
