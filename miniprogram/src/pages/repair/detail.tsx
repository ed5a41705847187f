import type { RepairId } from '@anju/shared/id'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall } from '../../use-call'
import { DetailMore } from './detail-more'
import { DetailView } from './detail-view'
import { PrimaryAct } from './primary-act'
import { type Asking, RepairSheets } from './repair-sheets'
import { whatNext } from './what-next'
import './repair.scss'

/** 报修详情 (`id`), for whichever part the reader has in it. */
export default function RepairDetail() {
  const repairId = useRouter().params.id as RepairId
  useLoginFirst()
  useRefreshOnShow()
  const call = useCall(repairRoutes.readRepair, { repairId })
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const repair = call.data
  const next = repair && whatNext(repair)
  return (
    <Page footer={repair && next && <PrimaryAct repair={repair} next={next} onAsk={setAsking} />}>
      <Loaded call={call}>
        {(read) => (
          <>
            <DetailView repair={read} />
            <DetailMore repair={read} onAsk={setAsking} />
          </>
        )}
      </Loaded>
      {repair && asking && <RepairSheets repair={repair} asking={asking} onClose={() => setAsking(undefined)} />}
    </Page>
  )
}
