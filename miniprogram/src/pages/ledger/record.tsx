import type { LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { isMade } from '@anju/shared/lease/lifecycle'
import { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { leasePath, open } from '../../lease/paths'
import { useCall } from '../../use-call'
import { ChooseLease } from './choose-lease'
import { RecordForm } from './record-form'
import { useLeaseEntries } from './use-lease-entries'
import './record.scss'

function ForLease({ leaseId }: { leaseId: LeaseId }) {
  const lease = useCall(leaseRoutes.readLease, { leaseId })
  const signed = lease.data && isMade(lease.data) ? lease.data : undefined
  const entries = useLeaseEntries(signed)
  if (signed && entries.data) return <RecordForm lease={signed} entries={entries.data} />
  return (
    <Page>
      <Loaded call={lease}>
        {() =>
          signed ? (
            <Loaded call={entries}>{() => null}</Loaded>
          ) : (
            <Card>
              <Empty
                title="双方签署后才能记收款"
                hint="这份租约还没有成立。"
                action={{ label: '查看租约', onPress: () => open(leasePath(leaseId)) }}
              />
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

/** 记收款 for one lease (`lease`); without it the lease is chosen first. */
export default function Record() {
  const { lease } = useRouter().params
  useLoginFirst()
  return lease ? <ForLease leaseId={lease as LeaseId} /> : <ChooseLease />
}
