import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingStatus } from '@anju/shared/filing/states'
import type { FilingId } from '@anju/shared/id'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Skeleton } from '../../components/skeleton'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall, usePages } from '../../use-call'
import { CertificateCard } from './certificate-card'
import { keep, keptCertificates } from './kept'

const GIVE: readonly FilingStatus[] = ['approved', 'certified', 'changed', 'extended', 'cancelled', 'expired']

/** Read and kept, so that it can be shown without a line; a case that ended without approval has none. */
function Held({ filingId }: { filingId: FilingId }) {
  const { data, error } = useCall(certificateRoutes.readCertificate, { filingId })
  useEffect(() => {
    if (data) keep(data)
  }, [data])
  if (data) return <CertificateCard certificate={data} />
  return error ? null : <Skeleton />
}

/** 我的备案证明: in the wallets of both parties. */
export default function Mine() {
  const filings = usePages(filingRoutes.listMyFilings, {})
  useLoginFirst()
  useRefreshOnShow()
  const kept = filings.error ? keptCertificates() : []
  if (kept.length > 0)
    return (
      <Page>
        <Notice tone="warn" title="没有联网，显示上次保存的证明">
          二维码仍可出示，状态以扫码核验为准。
        </Notice>
        {kept.map((each) => (
          <CertificateCard key={each.id} certificate={each} readOn={each.readOn} />
        ))}
      </Page>
    )
  const items = filings.items.filter(({ status, type }) => GIVE.includes(status) && type !== 'cancellation')
  return (
    <Page>
      <List
        pages={{ ...filings, items }}
        keyOf={({ id }) => id}
        render={({ id }) => <Held filingId={id} />}
        empty={
          <Card>
            <Empty
              icon="document"
              title="还没有备案证明"
              hint="备案通过后，双方都可以在这里出示证明。"
              action={{ label: '查看我的备案', onPress: () => void Taro.navigateTo({ url: '/pages/filing/mine' }) }}
            />
          </Card>
        }
      />
    </Page>
  )
}
