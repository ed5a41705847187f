import { type Bill, owedFen } from '@anju/shared/bill/bill'
import { dayAt } from '@anju/shared/day'
import { counterpartyOf } from '@anju/shared/filing/draft'
import type { Filing } from '@anju/shared/filing/filing'
import { FILING_TYPE_NAMES } from '@anju/shared/filing/states'
import {
  type BillId,
  type ComplaintId,
  type FilingId,
  type HeadLeaseId,
  kindOf,
  type LeaseId,
  type OrderId,
  type RepairId,
  type RequestId,
  type UserId,
} from '@anju/shared/id'
import { type Lease, partiesOf } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import type { Message } from '@anju/shared/message/message'
import { yuan } from '@anju/shared/money'
import type { NoticeSubject } from '@anju/shared/notice/notice'
import { templateOf } from '@anju/shared/notice/template'
import { billRecord } from '../bill/bill.store'
import { complaintRecord } from '../complaint/complaint.store'
import { filingRecord } from '../filing/filing.store'
import { headLeaseRecord } from '../head-lease/head-lease.store'
import { leaseRecord, requestRecord } from '../lease/lease.store'
import { messageRecord } from '../message/message.store'
import { paymentRecord } from '../payment/payment.store'
import { repairRecord } from '../repair/repair.store'
import { find, type JournalLine } from '../store/record'
import type { Store } from '../store/store'
import { ofComplaint } from './complaint-words'
import { ofHeadLease } from './head-lease-words'
import { ofPayment } from './payment-words'
import { ofRepair } from './repair-words'
import type { Told } from './tell'
import type { Telling } from './telling'

const ofRequest = (kind: string, request: RentalRequest): Telling | undefined => {
  const about = `${request.listingTitle} · ${request.applicantName}`
  const home = request.listingTitle
  switch (kind) {
    case 'request.made':
      return { to: [request.holderId], title: '收到租房申请', body: about, home }
    case 'request.declined':
      return { to: [request.applicantId], title: '房东婉拒了申请', body: home }
    case 'request.withdrawn':
      return { to: [request.holderId], title: '租客撤回了申请', body: about, home }
  }
}

const ofLease = (kind: string, lease: Lease, by: string): Telling | undefined => {
  const parties = [lease.lessorId, lease.lesseeId]
  const other = parties.filter((party) => party !== by)
  switch (kind) {
    case 'lease.offered':
      return { to: [lease.lesseeId], title: '租约待您签署', body: lease.addressText }
    case 'lease.revised':
      return { to: [lease.lesseeId], title: '租约有修改，请重新查看', body: lease.addressText }
    case 'lease.signature_given':
      return { to: other, title: '对方已签署租约', body: lease.addressText }
    case 'lease.signed':
      return { to: parties, title: '租约已签署，请在三十日内办理备案', body: lease.addressText }
    case 'lease.claimed':
      return { to: [lease.lessorId], title: '租客已确认并认领租约', body: lease.addressText }
    case 'lease.objected':
      return { to: [lease.lessorId], title: '租客说租约有不对的地方，请查看并更正', body: lease.addressText }
    case 'lease.declined':
      return { to: [lease.lessorId], title: '租客未接受租约', body: lease.addressText }
    case 'lease.withdrawn':
      return lease.unseen ? undefined : { to: [lease.lesseeId], title: '出租方撤回了租约', body: lease.addressText }
    default:
      return ofTenancy(kind, lease, other)
  }
}

/** What happens to a lease after it was signed. A change and an end are filed as well (SH-CON-02). */
const TENANCY_TITLES: Record<string, { title: string; both?: boolean }> = {
  'lease.handover_proposed': { title: '请核对并确认房屋交割单' },
  'lease.handover_declined': { title: '租客不认可交割单，请核对后重新填写' },
  'lease.handed_over': { title: '交房已确认，祝居住愉快', both: true },
  'lease.amendment_proposed': { title: '对方提出变更租约，请查看' },
  'lease.amendment_declined': { title: '租约变更没有成立' },
  'lease.amended': { title: '租约已变更，请在三十日内办理变更备案', both: true },
  'lease.notice_given': { title: '收到退租通知，请查看最后居住日' },
  'lease.held_over': { title: '租期已满，请办理续签或退房', both: true },
  'lease.renewed': { title: '原租期已满，续签的租约开始', both: true },
  'lease.ended': { title: '房屋已交还，请核对结算，并在三十日内办理注销备案', both: true },
  'lease.settlement_proposed': { title: '退租结算单待您确认' },
  'lease.settled': { title: '退租结算双方已确认', both: true },
  'lease.refund_recorded': { title: '结算款已记录为付清' },
}
const ofTenancy = (kind: string, lease: Lease, other: UserId[]): Telling | undefined => {
  const telling = TENANCY_TITLES[kind]
  return telling && { to: telling.both ? partiesOf(lease) : other, title: telling.title, body: lease.addressText }
}

/** What is not shown is told to nobody; what a person has passed is told by their decision. Of several in a row the first rings. The words stay where they were written. */
const ofMessage = (kind: string, { message, home }: { message: Message; home: string }): Telling | undefined =>
  message.state === 'shown' && message.rings && (kind === 'message.settled') === message.version > 1
    ? { to: [message.to], title: `${message.fromName} 给您留言`, body: home }
    : undefined
async function readMessage(store: Store, id: string) {
  const message = await find(store, messageRecord, id)
  const lease = message && (await find(store, leaseRecord, message.leaseId))
  return lease && { message, home: lease.addressText }
}

const taskTitle = ({ dueOn, type }: Filing) => `请在 ${dueOn} 前办理${FILING_TYPE_NAMES[type]}备案，草稿已备好`
const ofFiling = (kind: string, filing: Filing, by: string): Telling | undefined => {
  const parties = [filing.lessorId, filing.lesseeId]
  const body = `${filing.addressText}（受理号 ${filing.acceptanceNo}）`
  const home = filing.addressText
  switch (kind) {
    case 'filing.confirmation_asked':
      return { to: [counterpartyOf(filing)], title: `备案待您确认，请在 ${filing.confirmBy ?? ''} 前核对`, body }
    case 'filing.handed_back':
      return { to: [filing.submittedBy], title: '对方不认可备案内容，请查看原因后修改', body }
    case 'filing.lapsed':
      return { to: parties, title: '备案超过期限没有确认或补正，已失效，请重新办理', body }
    case 'filing.expired':
      return { to: parties, title: '租期已满，备案到期；续租请办理延续备案', body }
    case 'filing.task_opened':
      return { to: [filing.lessorId], title: taskTitle(filing), body: home }
    case 'filing.cancelled':
      return { to: parties, title: '备案已注销', body }
    case 'filing.submitted':
    case 'filing.resubmitted':
      return { to: parties.filter((party) => party !== by), title: '备案已提交', body, home }
    case 'filing.handed_over':
      return { to: filing.takenBy ? [filing.takenBy] : [], title: '有一份备案转给您审核', body }
    case 'filing.approved':
      return { to: parties, title: '备案已通过', body, home }
    case 'filing.certified':
      return { to: parties, title: '备案证明号已登记，可以查看备案证明', body, home }
    case 'filing.returned':
      return { to: parties, title: '备案退回补正，请查看原因', body, home }
    case 'filing.rejected':
      return { to: parties, title: '备案未通过，请查看原因', body, home }
    case 'filing.withdrawn':
      return { to: parties.filter((party) => party !== by), title: '对方撤回了备案', body, home }
  }
}

const ofBill = (kind: string, bill: Bill): Telling | undefined => {
  const to = [bill.lesseeId]
  const body = bill.addressText
  const open = { body, amountFen: owedFen(bill), day: bill.dueOn }
  const payment = bill.payments.at(-1)
  const paid = { body, amountFen: payment?.amountFen ?? 0, ...(payment && { day: payment.receivedOn }) }
  switch (kind) {
    case 'bill.added':
      return { to, title: `新账单 ¥${yuan(bill.amountFen)}，请在 ${bill.dueOn} 前支付`, ...open }
    case 'bill.charge_added':
      return { to, title: `账单加收一项：${bill.lines.at(-1)?.note ?? ''}`, ...open }
    case 'bill.payment_recorded':
      return { to, title: bill.status === 'paid' ? '账单已收齐' : `已记收款，还差 ¥${yuan(owedFen(bill))}`, ...paid }
    case 'bill.payment_reversed':
      return { to, title: `一笔收款被撤销，账单还差 ¥${yuan(owedFen(bill))}`, ...open }
    case 'bill.cancelled':
      return { to, title: '账单已取消', body }
    case 'bill.demanded':
      return { to, title: `催告：请在 ${bill.demands.at(-1)?.payBy ?? ''} 前付清 ¥${yuan(owedFen(bill))}`, ...open }
  }
}

/** Who is told what by one line of the journal. The words are made from what holds now; the line holds ids only. */
export async function noticesOfLine(store: Store, line: JournalLine): Promise<Told[]> {
  const told = async <T>(
    about: NoticeSubject,
    read: () => Promise<T | undefined>,
    say: (kind: string, aggregate: T, by: string) => Telling | Telling[] | undefined,
  ) => {
    const aggregate = await read()
    const tellings = (aggregate && say(line.kind, aggregate, line.by)) ?? []
    const template = templateOf(line.kind)
    const id = `${line.aggregateId}#${line.version}`
    return [tellings].flat().flatMap(({ to, title, body, home = body, amountFen, day = dayAt(line.at) }) => {
      const notice = { id, at: line.at, title, body, about }
      const message = { home, day, words: title, ...(amountFen !== undefined && { amountFen }) }
      return to.map((each): Told => ({ to: each, notice, ...(template && { wechat: { template, message } }) }))
    })
  }
  const id = line.aggregateId
  switch (kindOf(id)) {
    case 'ask':
      return told({ kind: 'request', id: id as RequestId }, () => find(store, requestRecord, id), ofRequest)
    case 'lea':
      return told({ kind: 'lease', id: id as LeaseId }, () => find(store, leaseRecord, id), ofLease)
    case 'bil':
      return told({ kind: 'bill', id: id as BillId }, () => find(store, billRecord, id), ofBill)
    case 'cmp':
      return told({ kind: 'complaint', id: id as ComplaintId }, () => find(store, complaintRecord, id), ofComplaint)
    case 'pay':
      return told({ kind: 'payment', id: id as OrderId }, () => find(store, paymentRecord, id), ofPayment)
    case 'rep':
      return told({ kind: 'repair', id: id as RepairId }, () => find(store, repairRecord, id), ofRepair)
    case 'msg': {
      const read = await readMessage(store, id)
      return read ? told({ kind: 'message', id: read.message.leaseId }, async () => read, ofMessage) : []
    }
    case 'hle':
      return told({ kind: 'head_lease', id: id as HeadLeaseId }, () => find(store, headLeaseRecord, id), ofHeadLease)
    case 'fil':
      return told({ kind: 'filing', id: id as FilingId }, () => find(store, filingRecord, id), ofFiling)
    default:
      return []
  }
}
