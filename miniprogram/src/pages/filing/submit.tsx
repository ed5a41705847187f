import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId, LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { isMade } from '@anju/shared/lease/lifecycle'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useMyFilings } from '../../lease/filing-of'
import { useMe } from '../../person/hat'
import { useCall } from '../../use-call'
import { SubmitForm } from './submit-form'

/** Nothing to file now, and where to go instead. */
function whyNot(lease: Lease, given: FilingView | undefined) {
  if (!isMade(lease))
    return {
      title: '租约双方签署后才能备案',
      label: '查看我的租约',
      go: () => void Taro.switchTab({ url: '/pages/tab/tenancy' }),
    }
  const progress = (id: string) => () => void Taro.redirectTo({ url: `/pages/filing/detail?id=${id}` })
  if (given && given.status !== 'supplement' && given.status !== 'draft')
    return { title: '这份备案不需要补正', label: '查看进度', go: progress(given.id) }
  if (!given && lease.filingId) return { title: '这份租约已有备案', label: '查看进度', go: progress(lease.filingId) }
  return undefined
}

export default function Submit() {
  const { lease: leaseId, filing: named } = useRouter<{ lease: LeaseId; filing: FilingId }>().params
  const me = useMe()
  const mine = useMyFilings(!named)
  // What was found when the page opened stays: a draft that this page begins is its own.
  const [begun, setBegun] = useState<FilingId | 'none'>()
  const found = mine.items.find((card) => card.leaseId === leaseId && card.status === 'draft' && card.type === 'new')
  if (!named && begun === undefined && !mine.isPending) setBegun((found?.id as FilingId | undefined) ?? 'none')
  const filingId = named ?? (begun === 'none' ? undefined : begun)
  const given = useCall(filingRoutes.readFiling, { filingId: filingId as FilingId }, { enabled: Boolean(filingId) })
  const id = leaseId ?? given.data?.leaseId
  const lease = useCall(leaseRoutes.readLease, { leaseId: id as LeaseId }, { enabled: id !== undefined })
  if (!lease.data || !me.data || (!named && begun === undefined) || (filingId && !given.data)) {
    const first = [me, given, lease].find((each) => each.error) ?? lease
    return (
      <Page>
        <Loaded call={first as typeof lease}>{() => null}</Loaded>
      </Page>
    )
  }
  const obstacle = whyNot(lease.data, given.data)
  if (obstacle)
    return (
      <Page>
        <Card>
          <Empty icon="document" title={obstacle.title} action={{ label: obstacle.label, onPress: obstacle.go }} />
        </Card>
      </Page>
    )
  return <SubmitForm key={filingId} me={me.data} lease={lease.data} given={given.data} />
}
