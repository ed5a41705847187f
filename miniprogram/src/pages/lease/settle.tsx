import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { SettlementFacts } from '@anju/shared/lease/settlement'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { sideOf } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { complainPath, open as openPage } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { VoucherPhoto } from '../../picture/voucher-photo'
import { useCall, useCommand } from '../../use-call'
import { SettleForm } from './settle-form'
import { StatementCard } from './statement-card'

function Confirming({ lease, onAnother }: { lease: Lease; onAnother: () => void }) {
  const accept = useCommand(tenancyRoutes.confirmSettlement)
  const yes = async () => {
    const content = '确认后结算单生效，双方按它付清，不能再改。'
    if (!(await confirm({ title: '确认结算单？', content, yes: '确认' }))) return
    await accept.run({ leaseId: lease.id, version: lease.version }).then(
      () => toast('双方已确认'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <>
      <Button kind="quiet" onPress={onAnother}>
        另提一份
      </Button>
      <Button loading={accept.pending} onPress={() => void yes()}>
        确认结算
      </Button>
    </>
  )
}

const NOTHING: SettlementFacts = { paidRentFen: 0, heldDepositFen: 0, fees: [], deductions: [], penaltyWaived: false }

/** 退租结算 (`id`): drawn up by one, confirmed by the other; every line is explained (rule sheet 8.2). */
export default function Settle() {
  const leaseId = useRouter().params.id as LeaseId
  const { me } = useHat()
  const call = useCall(leaseRoutes.readLease, { leaseId })
  const lease = call.data
  const lessor = Boolean(lease && me && sideOf(lease, me.id) === 'lessor')
  const facts = useCall(tenancyRoutes.readSettlementFacts, { leaseId }, { enabled: lessor })
  const [writing, setWriting] = useState(false)
  useLoginFirst()
  useRefreshOnShow()
  const open = lease?.status === 'ended'
  const start = lease?.settlement?.facts ?? (lessor ? facts.data : NOTHING)
  if (lease && me && open && start && (writing || !lease.settlement))
    return <SettleForm lease={lease} start={start} onSent={() => setWriting(false)} />
  const mine = lease?.settlement?.by === me?.id
  return (
    <Page
      title="退租结算"
      footer={
        lease?.settlement &&
        open &&
        (mine ? (
          <Button kind="quiet" onPress={() => setWriting(true)}>
            修改结算单
          </Button>
        ) : (
          <Confirming lease={lease} onAnother={() => setWriting(true)} />
        ))
      }
    >
      <Loaded call={call}>
        {({ settlement, refund }) =>
          settlement ? (
            <>
              <Notice>
                {settlement.confirmedAt
                  ? refund
                    ? `已于 ${refund.paidOn} 付清。`
                    : settlement.refundDueOn
                      ? `双方已确认，请在 ${settlement.refundDueOn} 前退还。`
                      : '双方已确认。'
                  : mine
                    ? '等待对方确认。'
                    : '请逐项核对；有不同意见可以另提一份。'}
              </Notice>
              <StatementCard statement={settlement} />
              {!lessor && !refund && (
                <Card flush>
                  <Row
                    icon="shield"
                    label="对结算有异议，向街镇投诉"
                    note="押金只能按租约列明的事由扣减"
                    onPress={() => openPage(complainPath(leaseId, 'deposit'))}
                  />
                </Card>
              )}
              {refund?.voucherId && (
                <Card title="付款凭证">
                  <VoucherPhoto pictureId={refund.voucherId} />
                </Card>
              )}
            </>
          ) : (
            <Card>
              <Empty title="还没有结算单" hint="双方确认退房交割单后可以结算。" />
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}
