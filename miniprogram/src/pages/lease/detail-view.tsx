import { unitName } from '@anju/shared/dwelling/dwelling'
import type { FilingView } from '@anju/shared/filing/filing'
import type { UserId } from '@anju/shared/id'
import { isUnclaimed } from '@anju/shared/lease/claim'
import type { Lease } from '@anju/shared/lease/lease'
import { isMade } from '@anju/shared/lease/lifecycle'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Notice, RuleNotice } from '../../components/notice'
import { Row } from '../../components/row'
import { Steps } from '../../components/steps'
import { Tag } from '../../components/tag'
import { leaseState } from '../../lease/lease-state'
import { termText } from '../../lease/lease-words'
import { boardPath, leaseBillsPath, open } from '../../lease/paths'
import { DetailMore } from './detail-more'
import { leaseSteps } from './lease-steps'
import { PaperCard } from './paper-card'
import { TermRows } from './term-rows'

interface Props {
  lease: Lease
  /** Absent until it is known who reads. */
  userId: UserId | undefined
  filing: FilingView | undefined
}

const NOTICES = { danger: 'danger', warn: 'warn', waiting: 'info' } as const

export function DetailView({ lease, userId, filing }: Props) {
  const state = userId && (!lease.filingId || filing) ? leaseState(lease, userId, filing) : undefined
  return (
    <>
      <Card title={`${lease.addressText} · ${unitName(lease.unit)}`}>
        <View className="detail-line">
          <Money fen={lease.rentFen} large per="/月" />
          {state && <Tag tone={state.tone}>{state.word}</Tag>}
        </View>
        <View className="detail-soft figures">{termText(lease)}</View>
      </Card>
      {state && state.tone in NOTICES && (
        <Notice tone={NOTICES[state.tone as keyof typeof NOTICES]}>{state.next}</Notice>
      )}
      {isUnclaimed(lease) ? (
        userId === lease.lessorId && <PaperCard lease={lease} />
      ) : (
        <Card title="进度">
          <Steps steps={leaseSteps(lease, filing)} />
        </Card>
      )}
      <Card title="双方" flush>
        <Row label="出租方" value={lease.lessorName} />
        <Row label="承租方" value={lease.lesseeName} />
        <Row label="承租人是" value={lease.tenantKind === 'person' ? '个人' : '单位（职工居住）'} />
      </Card>
      <Card title="租金与押金" flush>
        <TermRows lease={lease} begun={lease.paper !== undefined} />
      </Card>
      {isMade(lease) && (
        <Card flush>
          <Row
            icon="money"
            label="账单"
            note="每期租金、押金和费用，怎么算的、付了没有"
            onPress={() => open(leaseBillsPath(lease.id))}
          />
          {!lease.paper && (
            <Row icon="edit" label="留言" note="和对方说清楚，双方都看得到" onPress={() => open(boardPath(lease.id))} />
          )}
        </Card>
      )}
      {lease.remarks && (
        <Card title="补充约定">
          <View className="detail-remarks">{lease.remarks}</View>
        </Card>
      )}
      {lease.warnings.map((hit) => (
        <RuleNotice key={`${hit.ruleId}${hit.message}`} hit={hit} />
      ))}
      {userId && <DetailMore lease={lease} userId={userId} />}
    </>
  )
}
