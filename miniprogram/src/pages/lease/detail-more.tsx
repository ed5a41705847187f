import { documentRoutes } from '@anju/shared/document/document.routes'
import type { UserId } from '@anju/shared/id'
import { isUnclaimed } from '@anju/shared/lease/claim'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { isMade, isRunning, mayMove } from '@anju/shared/lease/lifecycle'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { sideOf } from '../../lease/lease-words'
import {
  amendmentPath,
  amendPath,
  filingPath,
  handoverPath,
  leaseBillsPath,
  leasePath,
  leavePath,
  open,
  renewPath,
  reportPath,
  revisePath,
  settlePath,
  submitFilingPath,
} from '../../lease/paths'
import { openDocument } from '../../open-document'
import { useCommand } from '../../use-call'
import { nextAct } from './next-act'

interface Props {
  lease: Lease
  userId: UserId
}

/** Papers of the lease: its text, its lists, its settlement, its case. */
export function Papers({ lease, userId }: Props) {
  const read = (route: typeof documentRoutes.readContract | typeof documentRoutes.readStatement) =>
    void openDocument(route, { leaseId: lease.id }).catch((error) => toast(sentenceOf(error)))
  const { filingId, renews, renewedBy } = lease
  return (
    <Card title="文件" flush>
      <Row
        icon="document"
        label="合同（PDF）"
        note="含双方确认和校验值"
        onPress={() => read(documentRoutes.readContract)}
      />
      {isMade(lease) && (
        <Row
          icon="document"
          label="对账单（PDF）"
          note="已付和未付的账单，现持有的押金"
          onPress={() => read(documentRoutes.readStatement)}
        />
      )}
      {(lease.entry || lease.handover) && (
        <Row icon="key" label="房屋交割单" onPress={() => open(handoverPath(lease.id))} />
      )}
      {(lease.amendment || lease.pastTexts.length > 0) && (
        <Row icon="refresh" label="变更记录" onPress={() => open(amendmentPath(lease.id))} />
      )}
      {lease.settlement && <Row icon="money" label="退租结算单" onPress={() => open(settlePath(lease.id))} />}
      {filingId && <Row icon="shield" label="备案" onPress={() => open(filingPath(filingId))} />}
      {isRunning(lease) && !filingId && nextAct(lease, userId)?.path !== submitFilingPath(lease.id) && (
        <Row icon="shield" label="办理备案" onPress={() => open(submitFilingPath(lease.id))} />
      )}
      {renews && <Row icon="book" label="续签前的租约" onPress={() => open(leasePath(renews))} />}
      {renewedBy && <Row icon="book" label="续签的租约" onPress={() => open(leasePath(renewedBy))} />}
      {sideOf(lease, userId) === 'lessor' && isMade(lease) && (
        <Row icon="money" label="记收款" onPress={() => open(leaseBillsPath(lease.id))} />
      )}
    </Card>
  )
}

/** What else can be done: change, renew and leave while it runs; on offer the lessor changes it or takes it back, the lessee says no. */
export function DetailMore({ lease, userId }: Props) {
  const withdraw = useCommand(leaseRoutes.withdrawLease)
  const decline = useCommand(leaseRoutes.declineLease)
  const target = { leaseId: lease.id, version: lease.version }
  const lessor = sideOf(lease, userId) === 'lessor'
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const takeBack = async () => {
    const content = lease.unseen
      ? '草稿删去后不能恢复。'
      : `${lease.lesseeName}会看到租约已撤回。撤回后不能恢复，要重新出租须再次收到申请。`
    if (await confirm({ title: lease.unseen ? '删去草稿？' : '撤回这份租约？', content, yes: '撤回', danger: true }))
      await withdraw.run(target).then(...said('租约已撤回'))
  }
  const sayNo = async () => {
    const content = `${lease.lessorName}会看到您没有接受，这份租约不能再签署。`
    if (await confirm({ title: '不接受这份租约？', content, yes: '不接受', danger: true }))
      await decline.run(target).then(...said('已告知出租方'))
  }
  const acts = [
    ...(isRunning(lease)
      ? [
          <Row
            key="repair"
            icon="alert"
            label="报修"
            note="拍照说明，按时限处理"
            onPress={() => open(reportPath(lease.id))}
          />,
        ]
      : []),
    ...(lessor && mayMove(lease, 'revise')
      ? [
          <Row
            key="revise"
            icon="edit"
            label="修改租约"
            note="修改后双方要重新签署"
            onPress={() => open(revisePath(lease.id))}
          />,
        ]
      : []),
    ...(lessor && mayMove(lease, 'withdraw')
      ? [
          <Row
            key="withdraw"
            icon="close"
            label={lease.unseen ? '删去草稿' : '撤回租约'}
            onPress={() => void takeBack()}
          />,
        ]
      : []),
    ...(!lessor && mayMove(lease, 'decline')
      ? [<Row key="decline" icon="close" label="不接受这份租约" onPress={() => void sayNo()} />]
      : []),
    ...(mayMove(lease, 'proposeAmendment') && !isUnclaimed(lease)
      ? [
          <Row
            key="amend"
            icon="edit"
            label="变更租约"
            note="对方确认后生效，原文本保留"
            onPress={() => open(amendPath(lease.id))}
          />,
        ]
      : []),
    ...(lessor && mayMove(lease, 'renew') && !lease.renewedBy
      ? [
          <Row
            key="renew"
            icon="refresh"
            label="续签"
            note="同等条件下原租客优先"
            onPress={() => open(renewPath(lease.id))}
          />,
        ]
      : []),
    ...(mayMove(lease, 'giveNotice')
      ? [
          <Row
            key="leave"
            icon="calendar"
            label={lessor ? '解约或不再续租' : '退租'}
            onPress={() => open(leavePath(lease.id))}
          />,
        ]
      : []),
  ]
  return (
    <>
      <Papers lease={lease} userId={userId} />
      {acts.length > 0 && (
        <Card title="更多" flush>
          {acts}
        </Card>
      )}
    </>
  )
}
