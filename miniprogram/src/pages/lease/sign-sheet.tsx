import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { View } from '@tarojs/components'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { homeText, termText } from '../../lease/lease-words'
import { useCommand } from '../../use-call'
import { Refusal } from './refusal'
import { TermRows } from './term-rows'

const MainTerms = ({ lease }: { lease: Lease }) => (
  <>
    <View className="detail-sheet-rows">
      <Row label="房屋" value={homeText(lease)} />
      <Row label="出租方" value={lease.lessorName} />
      <Row label="承租方" value={lease.lesseeName} />
      <Row label="租期" value={termText(lease)} />
      <TermRows lease={lease} />
    </View>
    {lease.remarks && <View className="detail-remarks">补充约定：{lease.remarks}</View>}
    <Notice title="签署的意思">
      点“确认签署”表示您同意以上全部条款，等于在租约上签名。双方都签署后租约成立，任何一方不能单独修改或撤回。
    </Notice>
  </>
)

/** The main terms once more, what a signature means, and the signature; a refusal takes their place. */
export function SignSheet({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const sign = useCommand(leaseRoutes.signLease)
  const confirmed = async () => {
    await sign.run({ leaseId: lease.id, version: lease.version }).then(
      ({ status }) => {
        toast(status === 'signed' ? '双方已签署，租约成立' : '已签署，等待对方签署')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="签署租约"
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            再看看
          </Button>
          <Button loading={sign.pending} onPress={() => void confirmed()}>
            确认签署
          </Button>
        </>
      }
    >
      {sign.error ? <Refusal error={sign.error} onLeave={onClose} /> : <MainTerms lease={lease} />}
    </Sheet>
  )
}
