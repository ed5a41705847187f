import type { LeaseId } from '@anju/shared/id'
import { isUnclaimed } from '@anju/shared/lease/claim'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { QrCode } from '../../components/qr-code'
import { homeText } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { claimPath } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall, useCommand } from '../../use-call'
import { claimLink } from './claim-link'
import './detail.scss'

const inBrowser = process.env.TARO_ENV === 'h5'

function Code({ lease, code, until }: { lease: Lease; code: string; until: string }) {
  const withdraw = useCommand(claimRoutes.withdrawLesseeInvitation)
  const takeBack = async () => {
    const content = '这个邀请码和二维码不能再用，之后可以重新邀请。'
    if (!(await confirm({ title: '撤回邀请？', content, yes: '撤回', danger: true }))) return
    await withdraw.run({ leaseId: lease.id, version: lease.version }).then(
      () => toast('邀请已撤回'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Card title={`发给 ${lease.lesseeName}`}>
      <QrCode text={claimLink(code)} name="认领租约的二维码" />
      <View className="detail-code figures">{code}</View>
      <View className="detail-soft figures">只能用一次，{until.slice(0, 10)} 前有效</View>
      <View className="detail-acts">
        <Button
          kind="quiet"
          small
          onPress={() => void Taro.setClipboardData({ data: inBrowser ? claimLink(code) : code })}
        >
          {inBrowser ? '复制链接' : '复制邀请码'}
        </Button>
        <Button kind="quiet" small loading={withdraw.pending} onPress={() => void takeBack()}>
          撤回邀请
        </Button>
      </View>
    </Card>
  )
}

/** 邀请租客认领 (`id`): a code, a QR code and a card to pass on, for a lease that was signed on paper. */
export default function InviteLessee() {
  const leaseId = useRouter().params.id as LeaseId
  const read = useCall(leaseRoutes.readLease, { leaseId })
  const { data: invitation } = useCall(claimRoutes.readLesseeInvitation, { leaseId })
  const invite = useCommand(claimRoutes.inviteLessee)
  useLoginFirst()
  useRefreshOnShow()
  const code = invitation?.code
  useShareAppMessage(() => ({
    title: `${read.data?.lessorName ?? ''}请您确认租约`,
    path: code ? claimPath(code) : '/pages/tab/find',
  }))
  const make = (lease: Lease) =>
    invite.run({ leaseId, version: lease.version }).then(
      () => toast('邀请码已生成'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  const lease = read.data
  const open = lease && isUnclaimed(lease)
  return (
    <Page
      title="邀请租客认领"
      footer={
        open &&
        (code && !inBrowser ? (
          <Button native={{ openType: 'share' }}>转发给租客</Button>
        ) : (
          !code && (
            <Button loading={invite.pending} onPress={() => void make(lease)}>
              生成邀请码
            </Button>
          )
        ))
      }
    >
      <Loaded call={read}>
        {(shown) =>
          isUnclaimed(shown) ? (
            <>
              <Notice title={homeText(shown)}>
                租客登录后核对租约，确认后就能看账单、付租金、办退租。姓名要和租客的实名一致；发出前请先核对租金、押金和租期。
              </Notice>
              {code && invitation.until && <Code lease={shown} code={code} until={invitation.until} />}
            </>
          ) : (
            <Notice title="租客已认领这份租约">以后的修改请用“变更租约”，由双方确认。</Notice>
          )
        }
      </Loaded>
    </Page>
  )
}
