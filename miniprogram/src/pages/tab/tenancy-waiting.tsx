import { unitName } from '@anju/shared/dwelling/dwelling'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { Me } from '@anju/shared/person/person'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { useMyFilings } from '../../lease/filing-of'
import { Gathered } from '../../lease/gathered'
import { stated } from '../../lease/lease-state'
import { shortAddress } from '../../lease/lease-words'
import { filingPath, leasePath, open, requestsPath } from '../../lease/paths'
import { usePages } from '../../use-call'

const LIMIT = 50

/** What waits for a landlord: requests to answer, leases to sign, filings to mend or to make. */
export function TenancyWaiting({ me }: { me: Me }) {
  const requests = usePages(leaseRoutes.listRequests, { side: 'received', limit: LIMIT })
  const leases = usePages(leaseRoutes.listLeases, { side: 'lessor', limit: LIMIT })
  const filings = useMyFilings()
  const asked = requests.items.filter((request) => request.status === 'open')
  const duties = stated(leases.items, me.id, filings.items).filter(({ state }) => state.duty)

  return (
    <Gathered lists={[requests, leases, filings]} skeletonCards={1}>
      {asked.length + duties.length === 0 ? (
        <Card>
          <Empty icon='done' title='现在没有要处理的事' hint='收到申请、有租约要签或要备案时，会出现在这里。' />
        </Card>
      ) : (
        <Card flush>
          {asked.map((request) => (
            <Row
              key={request.id}
              icon='people'
              label={`${request.applicantName}想租“${request.listingTitle}”`}
              note={`${request.moveInOn} 入住，租 ${request.months} 个月`}
              value={<Tag tone='warn'>待回复</Tag>}
              onPress={() => open(requestsPath('received'))}
            />
          ))}
          {duties.map(({ lease, filing, state }) => (
            <Row
              key={lease.id}
              icon={state.duty === 'sign' ? 'edit' : 'shield'}
              label={`${lease.lesseeName}，${shortAddress(lease.addressText)} ${unitName(lease.unit)}`}
              note={state.next}
              value={<Tag tone={state.tone}>{state.word}</Tag>}
              onPress={() => open(state.duty === 'supplement' && filing ? filingPath(filing.id) : leasePath(lease.id))}
            />
          ))}
        </Card>
      )}
    </Gathered>
  )
}
