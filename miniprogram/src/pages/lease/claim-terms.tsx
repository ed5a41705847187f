import type { ClaimableLease } from '@anju/shared/lease/claim.routes'
import { FEE_KIND_NAMES } from '@anju/shared/lease/terms'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { homeText, termText } from '../../lease/lease-words'
import { TermRows } from './term-rows'
import './detail.scss'

/** A lease on paper as its tenant is asked to confirm it. */
export const ClaimTerms = ({ lease }: { lease: ClaimableLease }) => (
  <>
    <Notice title="请对照您手里的合同逐项核对">确认后，这份租约的账单和以后的变更都由您和出租方在这里办理。</Notice>
    <Card title={homeText(lease)}>
      <Money fen={lease.rentFen} large per="/月" />
      <View className="detail-soft figures">{termText(lease)}</View>
    </Card>
    <Card title="双方" flush>
      <Row label="出租方" value={lease.lessorName} />
      <Row label="承租方" value={lease.lesseeName} />
    </Card>
    <Card title="租金与押金" flush>
      <TermRows lease={lease} begun />
      <Row label="从这天起在这里出账单" value={lease.billsFrom} />
    </Card>
    {lease.fees.length > 0 && (
      <Card title="费用由谁付" flush>
        {lease.fees.map(({ kind, payer, monthlyFen }) => (
          <Row
            key={kind}
            label={FEE_KIND_NAMES[kind]}
            note={payer === 'lessee' ? '承租方付' : '出租方付'}
            value={monthlyFen === undefined ? undefined : <Money fen={monthlyFen} per="/月" />}
          />
        ))}
      </Card>
    )}
    {lease.remarks && (
      <Card title="补充约定">
        <View className="detail-remarks">{lease.remarks}</View>
      </Card>
    )}
  </>
)
