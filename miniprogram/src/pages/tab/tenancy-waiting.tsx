import { billRoutes } from '@anju/shared/bill/bill.routes'
import { unitName } from '@anju/shared/dwelling/dwelling'
import type { UserId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { press } from '../../components/press'
import { Tag, type Tone } from '../../components/tag'
import { useMyFilings } from '../../lease/filing-of'
import { Gathered } from '../../lease/gathered'
import { stated } from '../../lease/lease-state'
import { shortAddress } from '../../lease/lease-words'
import { billPath, filingPath, leasePath, open, requestsPath } from '../../lease/paths'
import { usePages } from '../../use-call'

const LIMIT = 50

interface DutyProps {
  title: string
  note: string
  tone: Tone
  word: string
  path: string
}

const Duty = ({ title, note, tone, word, path }: DutyProps) => (
  <View {...press(() => open(path), { role: 'link' })} className="tenancy-duty">
    <View className="tenancy-duty-head">
      <View>{title}</View>
      <Tag tone={tone}>{word}</Tag>
    </View>
    <View className="tenancy-soft figures">{note}</View>
  </View>
)

/** What waits for a landlord: requests to answer, leases to sign, filings to mend or to make. */
export function TenancyWaiting({ partyId }: { partyId: UserId }) {
  const requests = usePages(leaseRoutes.listRequests, { side: 'received', limit: LIMIT })
  const leases = usePages(leaseRoutes.listLeases, { side: 'lessor', limit: LIMIT })
  const filings = useMyFilings()
  const overdue = usePages(billRoutes.listBills, { side: 'lessor', tab: 'overdue', limit: LIMIT })
  const asked = requests.items.filter((request) => request.status === 'open')
  const duties = stated(leases.items, partyId, filings.items).filter(({ state }) => state.duty)

  return (
    <Gathered lists={[requests, leases, filings, overdue]} skeletonCards={1}>
      {asked.length + duties.length + overdue.items.length === 0 ? (
        <Card>
          <Empty icon="done" title="现在没有要处理的事" hint="收到申请、有租约要签或要备案时，会出现在这里。" />
        </Card>
      ) : (
        <Card flush>
          {asked.map((request) => (
            <Duty
              key={request.id}
              title={`${request.applicantName}想租“${request.listingTitle}”`}
              note={`${request.moveInOn} 入住，租 ${request.months} 个月，${request.persons} 人居住`}
              tone="warn"
              word="待回复"
              path={requestsPath('received')}
            />
          ))}
          {overdue.items.map((bill) => (
            <Duty
              key={bill.id}
              title={`${bill.lesseeName}，${shortAddress(bill.addressText)} ${unitName(bill.unit)}`}
              note={`还应收 ¥${yuan(bill.amountFen - bill.paidFen)}，应付日 ${bill.dueOn}`}
              tone="danger"
              word="账单逾期"
              path={billPath(bill.id)}
            />
          ))}
          {duties.map(({ lease, filing, state }) => (
            <Duty
              key={lease.id}
              title={`${lease.lesseeName}，${shortAddress(lease.addressText)} ${unitName(lease.unit)}`}
              note={state.next}
              tone={state.tone}
              word={state.word}
              path={state.duty === 'supplement' && filing ? filingPath(filing.id) : leasePath(lease.id)}
            />
          ))}
        </Card>
      )}
    </Gathered>
  )
}
