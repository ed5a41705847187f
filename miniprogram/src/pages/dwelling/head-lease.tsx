import { dayAt } from '@anju/shared/day'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { FIT_OUT_OWNER_NAMES } from '@anju/shared/head-lease/terms'
import type { HeadLeaseId } from '@anju/shared/id'
import { STUB_BASIS_NAMES } from '@anju/shared/lease/terms'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { payCycleName } from '@anju/shared/listing/listing'
import { yuan } from '@anju/shared/money'
import { isTeam, type Role } from '@anju/shared/person/role'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { open } from '../../lease/paths'
import { openDocument } from '../../open-document'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { SignedIn } from '../listing/signed-in'
import { Approvals } from './head-lease-approvals'
import { EndSheet } from './head-lease-end'
import { OwnedHomes } from './head-lease-homes'
import { InviteOwner } from './head-lease-invite'
import { PaymentPlan } from './head-lease-plan'
import './board.scss'

/** 主租约: for the holder who pays, and for the owner who is paid. */
export default function HeadLease() {
  const { id = '' } = useRouter().params
  return <SignedIn>{() => <Detail id={id as HeadLeaseId} />}</SignedIn>
}

const Terms = ({ view, owner }: { view: HeadLeaseView; owner: boolean }) => (
  <Card title="约定" flush>
    <Row label={owner ? '房屋管理人' : '业主'} value={owner ? view.holderName : view.ownerName} />
    {view.ownerPhoneMasked && <Row label="业主电话" value={view.ownerPhoneMasked} />}
    {view.ownerAccountMasked && (
      <Row label="收款账号" value={[view.ownerBank, view.ownerAccountMasked].filter(Boolean).join(' ')} />
    )}
    <Row label="租期" value={`${view.startOn} 至 ${view.endedOn ?? view.endOn}${view.endedOn ? '（提前结束）' : ''}`} />
    <Row label="月租金" value={`¥${yuan(view.rentFen)}`} />
    {view.rises.map((rise) => (
      <Row key={rise.from} label={`${rise.from} 起`} value={`¥${yuan(rise.rentFen)}`} />
    ))}
    {view.freePeriods.map((free) => (
      <Row key={free.from} label="免租期" value={`${free.from} 至 ${free.to}`} />
    ))}
    <Row label="付款方式" value={payCycleName(view.payCycle)} note={STUB_BASIS_NAMES[view.stubBasis]} />
    <Row
      label="押金"
      value={`¥${yuan(view.depositFen)}`}
      {...(view.depositOutFen > 0 && { note: `业主现在持有 ¥${yuan(view.depositOutFen)}` })}
    />
    {view.agencyFeeFen > 0 && !owner && <Row label="中介费" value={`¥${yuan(view.agencyFeeFen)}`} />}
    <Row label="转租" value={view.subletAllowed ? '业主同意转租' : '未约定可以转租'} />
    <Row label="装修" value={FIT_OUT_OWNER_NAMES[view.fitOutOwner]} />
    {!owner && <Row label="每月成本（直线法）" value={`¥${yuan(view.monthlyCostFen)}`} />}
  </Card>
)

const BOOKS: readonly Role[] = ledgerRoutes.reverseEntry.access
const READERS: readonly Role[] = documentRoutes.readOwnerStatement.access

/** 对账单: the same paper for who pays and who is paid. */
function Statement({ id }: { id: HeadLeaseId }) {
  const show = () =>
    void openDocument(documentRoutes.readOwnerStatement, { headLeaseId: id }).catch((error) => toast(sentenceOf(error)))
  return (
    <Card flush>
      <Row icon="document" label="对账单（PDF）" note="付款计划、本年应付和已付、到期未付" onPress={show} />
    </Card>
  )
}

/** 修改和结束记录: what changed hands on terms, and why. */
const Revisions = ({ view }: { view: HeadLeaseView }) => (
  <Card title="修改记录" flush>
    {[...view.revisions].reverse().map(({ at, reason }) => (
      <Row key={at} label={reason} note={dayAt(at)} />
    ))}
  </Card>
)

/** 修改, 提前结束. */
function Changes({ view }: { view: HeadLeaseView }) {
  const [ending, setEnding] = useState(false)
  return (
    <>
      <Card flush>
        <Row
          icon="edit"
          label="修改主租约"
          note="已开始记账的，租期和租金不能再改"
          onPress={() => open(`/pages/dwelling/head-lease-edit?id=${view.id}`)}
        />
        <Row icon="stopped" label="提前结束主租约" note="写明最后一天和原因" onPress={() => setEnding(true)} />
      </Card>
      {ending && <EndSheet view={view} onClose={() => setEnding(false)} />}
    </>
  )
}

function Detail({ id }: { id: HeadLeaseId }) {
  const { hat } = useHat()
  const owner = hat?.role === 'owner'
  const keeps = hat !== undefined && !owner && (!isTeam(hat.role) || hat.role !== 'bookkeeper')
  const readsBook = hat !== undefined && READERS.includes(hat.role)
  const booksHere = hat !== undefined && !owner && BOOKS.includes(hat.role)
  const read = useCall(headLeaseRoutes.readHeadLease, { headLeaseId: id })
  return (
    <Page wide>
      <Loaded call={read}>
        {(view) => (
          <>
            <Approvals view={view} owner={owner} keeps={keeps} />
            <OwnedHomes view={view} owner={owner} />
            <PaymentPlan view={view} owner={owner} mayUndo={booksHere} />
            {readsBook && <Statement id={id} />}
            <Terms view={view} owner={owner} />
            {view.revisions.length > 0 && <Revisions view={view} />}
            {keeps && !view.ownerId && !view.endedOn && <InviteOwner id={id} />}
            {keeps && !view.endedOn && <Changes view={view} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
