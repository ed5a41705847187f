import { unitName } from '@anju/shared/dwelling/dwelling'
import type { DwellingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { LEASE_STATUS_NAMES } from '@anju/shared/lease/lifecycle'
import { Card } from '../../components/card'
import { ErrorState } from '../../components/error-state'
import { Row } from '../../components/row'
import { termText } from '../../lease/lease-words'
import { leasePath, open } from '../../lease/paths'
import { usePages } from '../../use-call'

const SHORT = 5

/** 出租记录: who had which part of the home, and when. */
export function HomeLeases({ id }: { id: DwellingId }) {
  const { items, error, isPending, isFetchingMore, hasMore, more, again } = usePages(leaseRoutes.listHomeLeases, {
    dwellingId: id,
    limit: SHORT,
  })
  if (isPending) return null
  return (
    <Card title="出租记录" flush>
      {items.map((lease) => (
        <Row
          key={lease.id}
          label={`${lease.lesseeName} · ${unitName(lease.unit)}`}
          note={termText(lease)}
          value={LEASE_STATUS_NAMES[lease.status]}
          onPress={() => open(leasePath(lease.id))}
        />
      ))}
      {error && <ErrorState error={error} onRetry={again} />}
      {items.length === 0 && !error && <Row label="还没有出租过" note="双方签署的租约会列在这里" />}
      {hasMore && <Row label={isFetchingMore ? '正在加载' : '更早的租约'} onPress={more} />}
    </Card>
  )
}
