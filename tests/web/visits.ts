import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays, dayAt } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { FilingStatus } from '@anju/shared/filing/states'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { isUnclaimed } from '@anju/shared/lease/claim'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { isLivedIn, isRunning } from '@anju/shared/lease/lifecycle'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { upkeepIdOf } from '@anju/shared/repair/upkeep'
import { commandId, newId, ZHANGJIANG } from '../town.ts'
import type { DemoTown } from './demo-town.ts'
import { complaintVisits } from './visits-complaint.ts'

/** One look at one page of the demo town by somebody whom it concerns. */
export interface Visit {
  /** Also the name of its picture. */
  name: string
  /** As it stands in app.json. */
  page: string
  /** A person of the demo town; absent for a guest. */
  as?: string
  query?: string
  /** What is on the screen once it is there. */
  says: string
  /** What to tap for each sheet that lies under this page; each is closed again. */
  sheets?: string[]
}

const first = <T>(items: T[], what: string): T => {
  if (items.length === 0) throw new Error(`the demo town has no ${what}`)
  return items[0] as T
}

async function idsOf(demo: DemoTown) {
  const homes = (await demo.as('chen', dwellingRoutes.listDwellings, {})).items
  const adverts = (await demo.as('sun', listingRoutes.searchListings, { region: ZHANGJIANG, unitKind: 'room' })).items
  const asked = (await demo.as('chen', leaseRoutes.listRequests, { side: 'received' })).items
  const given = (await demo.as('chen', leaseRoutes.listLeases, { side: 'lessor' })).items
  const signed = given.filter((lease) => isRunning(lease) && !isUnclaimed(lease))
  const read = await Promise.all(signed.map(({ id }) => demo.as('chen', leaseRoutes.readLease, { leaseId: id })))
  const own = (await demo.as('zhou', filingRoutes.listMyFilings, {})).items
  const returned = (await demo.as('li', filingRoutes.listMyFilings, {})).items
  const begun = (await demo.as('chen', filingRoutes.listMyFilings, { limit: 50 })).items
  const waiting = FilingStatus.enum.submitted
  const queue = (await demo.as('wu', filingRoutes.listQueue, { regionCode: ZHANGJIANG, status: waiting })).items
  const taken = (await demo.as('wu', filingRoutes.listQueue, { regionCode: ZHANGJIANG, status: 'in_review' })).items
  const overdue = (await demo.as('chen', billRoutes.listBills, { side: 'lessor', tab: 'overdue' })).items
  const owed = (await demo.as('zhou', billRoutes.listBills, { side: 'lessee' })).items
  const leases = (await demo.as('zhou', leaseRoutes.listLeases, { side: 'lessee' })).items
  const round = (await demo.as('chen', meterRoutes.listRound, { limit: 50 })).items
  const owned = (await demo.as('mingda', headLeaseRoutes.listOwned, {})).items
  const metered = first(round, 'meter')
  const repairs = (await demo.as('chen', repairRoutes.listRepairs, { side: 'lessor' })).items
  const repaired = (await demo.as('zhou', repairRoutes.listRepairs, { side: 'lessee', tab: 'over' })).items
  const lease = first(leases.filter(isRunning), 'running lease of the tenant')
  const billId = newId('bil', ZHANGJIANG)
  const charge = { kind: 'utility' as const, amountFen: 20_050, note: '水电费' }
  const dueOn = addDays(dayAt(demo.world.now()), 7)
  await demo.as('chen', billRoutes.addBill, { commandId: commandId(), leaseId: lease.id, billId, dueOn, charge })
  const orderId = newId('pay', ZHANGJIANG)
  await demo.as('zhou', paymentRoutes.startPayment, {
    commandId: commandId(),
    billId,
    orderId,
    amountFen: 10_000,
    code: demo.loginCodeOf('zhou'),
  })
  const home = await demo.as('chen', certificateRoutes.readHomeCode, { dwellingId: metered.dwellingId })
  return {
    statement: home.statement,
    metered: metered.dwellingId,
    upkeep: upkeepIdOf(metered.dwellingId),
    repair: first(
      repairs.filter(({ status }) => status === 'reported'),
      'reported repair',
    ).id,
    assigned: first(
      repairs.filter(({ status }) => status === 'assigned'),
      'assigned repair',
    ).id,
    repaired: first(repaired, 'finished repair').id,
    meter: metered.id,
    home: first(homes, 'home').id,
    headLease: first(owned, 'owned home').id,
    advert: first(adverts, 'advert').id,
    request: first(
      asked.filter(({ status }) => status === 'open'),
      'open request',
    ).id,
    unfiled: first(
      read.filter(({ filingId }) => !filingId),
      'signed lease without a filing',
    ).id,
    lease: first(leases, 'lease of the tenant').id,
    filing: first(own, 'filing of the tenant').id,
    returned: first(
      returned.filter(({ status }) => status === 'supplement'),
      'returned filing',
    ).id,
    asked: first(
      begun.filter(({ status }) => status === 'awaiting_counterparty'),
      'filing that the other party confirms',
    ).id,
    waiting: first(queue, 'filing in the queue').id,
    taken: first(taken, 'filing under review').id,
    given: first(signed, 'signed lease').id,
    overdue: first(overdue, 'overdue bill').id,
    paid: first(owed, 'bill of the tenant').id,
    owed: billId,
    order: orderId,
    paper: first(given.filter(isUnclaimed), 'lease on paper').id,
    lived: first(
      given.filter((lease) => isLivedIn(lease) && !isUnclaimed(lease)),
      'lease that somebody lives under',
    ).id,
  }
}

/** Every page of the mini-program, some by several people. */
export async function visitsOf(demo: DemoTown): Promise<Visit[]> {
  const id = await idsOf(demo)
  return [
    { name: 'find', page: 'pages/tab/find', says: '近地铁次卧，采光好', sheets: ['筛选', '浦东新区 张江镇'] },
    { name: 'tenancy-guest', page: 'pages/tab/tenancy', says: '登录后查看租约' },
    { name: 'me-guest', page: 'pages/tab/me', says: '您还没有登录' },
    { name: 'privacy', page: 'pages/person/privacy', says: '不同意也能继续浏览' },
    { name: 'login', page: 'pages/person/login', says: '登录' },
    { name: 'listing-detail', page: 'pages/listing/detail', query: `id=${id.advert}`, says: '首期应付' },
    { name: 'listing-ask', page: 'pages/listing/ask', as: 'sun', query: `id=${id.advert}`, says: '希望入住日期' },
    { name: 'requests-sent', page: 'pages/lease/requests', as: 'sun', query: 'side=sent', says: '撤回申请' },
    { name: 'tenancy-tenant', page: 'pages/tab/tenancy', as: 'zhou', says: '我的租约' },
    { name: 'me-tenant', page: 'pages/tab/me', as: 'zhou', says: '当前身份', sheets: ['添加或移除身份'] },
    { name: 'identity', page: 'pages/person/identity', as: 'zhou', says: '为什么要填' },
    { name: 'phone', page: 'pages/person/phone', as: 'zhou', says: '现在绑定的手机号' },
    { name: 'close', page: 'pages/person/close', as: 'zhou', says: '依法保留' },
    { name: 'filing-detail', page: 'pages/filing/detail', as: 'zhou', query: `id=${id.filing}`, says: '备案通过' },
    { name: 'filing-asked', page: 'pages/filing/detail', as: 'chen', query: `id=${id.asked}`, says: '等待对方确认' },
    { name: 'filing-mine', page: 'pages/filing/mine', as: 'zhou', says: '已通过' },
    { name: 'certificates', page: 'pages/certificate/mine', as: 'zhou', says: '市平台尚未返回' },
    {
      name: 'certificate-check',
      page: 'pages/certificate/check',
      query: `s=${id.statement}`,
      says: '请与纸质证明核对',
    },
    { name: 'lease-detail', page: 'pages/lease/detail', as: 'zhou', query: `id=${id.lease}`, says: '租金与押金' },
    { name: 'lease-mine', page: 'pages/lease/mine', as: 'zhou', query: `id=${id.lease}`, says: '什么情况可以扣' },
    { name: 'receipts', page: 'pages/bill/receipts', as: 'zhou', query: `lease=${id.lease}`, says: '收据号' },
    { name: 'message-board', page: 'pages/message/board', as: 'zhou', query: `id=${id.lease}`, says: '已经修好了' },
    { name: 'lease-list', page: 'pages/lease/list', as: 'zhou', query: 'side=lessee', says: '已备案' },
    { name: 'inbox', page: 'pages/notice/inbox', as: 'zhou', says: '备案' },
    { name: 'notice-settings', page: 'pages/notice/settings', as: 'zhou', says: '什么时候不打扰' },
    { name: 'filing-mend', page: 'pages/filing/submit', as: 'li', query: `filing=${id.returned}`, says: '需要补正' },
    { name: 'tenancy-landlord', page: 'pages/tab/tenancy', as: 'chen', says: '等您处理' },
    { name: 'requests-received', page: 'pages/lease/requests', as: 'chen', query: 'side=received', says: '起草租约' },
    { name: 'draw-up', page: 'pages/lease/draw-up', as: 'chen', query: `request=${id.request}`, says: '首期应付' },
    { name: 'amend', page: 'pages/lease/draw-up', as: 'chen', query: `amend=${id.lived}`, says: '更多条款' },
    { name: 'renew', page: 'pages/lease/draw-up', as: 'chen', query: `renew=${id.lived}`, says: '付款计划' },
    { name: 'amendment', page: 'pages/lease/amendment', as: 'zhou', query: `id=${id.lease}`, says: '没有变更' },
    { name: 'lease-invite', page: 'pages/lease/invite', as: 'chen', query: `id=${id.paper}`, says: '只能用一次' },
    { name: 'lease-claim', page: 'pages/lease/claim', as: 'sun', says: '邀请码' },
    { name: 'correct', page: 'pages/lease/draw-up', as: 'chen', query: `correct=${id.paper}`, says: '承租人姓名' },
    { name: 'handover', page: 'pages/lease/handover', as: 'zhou', query: `id=${id.lease}`, says: '钥匙、门禁卡' },
    { name: 'leave', page: 'pages/lease/leave', as: 'zhou', query: `id=${id.lease}`, says: '怎样结束' },
    { name: 'settle', page: 'pages/lease/settle', as: 'zhou', query: `id=${id.lease}`, says: '还没有结算单' },
    { name: 'filing-submit', page: 'pages/filing/submit', as: 'chen', query: `lease=${id.unfiled}`, says: '下一步' },
    { name: 'homes', page: 'pages/tab/tenancy', as: 'chen', says: '装修中' },
    { name: 'head-leases', page: 'pages/dwelling/head-leases', as: 'chen', says: '宁明达' },
    {
      name: 'head-lease',
      page: 'pages/dwelling/head-lease',
      as: 'chen',
      query: `id=${id.headLease}`,
      says: '付款计划',
      sheets: ['记录付款', '请业主同意', '提前结束主租约'],
    },
    {
      name: 'head-lease-revise',
      page: 'pages/dwelling/head-lease-edit',
      as: 'chen',
      query: `id=${id.headLease}`,
      says: '为什么修改',
    },
    { name: 'head-lease-edit', page: 'pages/dwelling/head-lease-edit', as: 'chen', says: '业主姓名' },
    { name: 'owned', page: 'pages/tab/tenancy', as: 'mingda', says: '绑定房屋' },
    {
      name: 'owned-home',
      page: 'pages/dwelling/head-lease',
      as: 'mingda',
      query: `id=${id.headLease}`,
      says: '不同意',
    },
    { name: 'board', page: 'pages/dwelling/board', as: 'chen', query: `id=${id.home}`, says: '已出租' },
    { name: 'meter-round', page: 'pages/meter/round', as: 'chen', says: '保存，下一块', sheets: ['还剩 11 块'] },
    { name: 'meter-home', page: 'pages/meter/home', as: 'chen', query: `id=${id.metered}`, says: '分摊试算' },
    {
      name: 'meter',
      page: 'pages/meter/meter',
      as: 'chen',
      query: `id=${id.meter}`,
      says: '历次读数',
      sheets: ['换表'],
    },
    { name: 'meter-register', page: 'pages/meter/register', as: 'chen', query: `id=${id.metered}`, says: '抄表顺序' },
    { name: 'meter-split', page: 'pages/meter/split', as: 'chen', query: `id=${id.metered}`, says: '参与的房间' },
    { name: 'repairs', page: 'pages/repair/list', as: 'chen', query: 'side=lessor', says: '厨房下水慢' },
    { name: 'repairs-mine', page: 'pages/repair/list', as: 'zhou', query: 'side=lessee', says: '待受理' },
    {
      name: 'repair-new',
      page: 'pages/repair/new',
      as: 'zhou',
      query: `lease=${id.lease}`,
      says: '哪里坏了',
    },
    {
      name: 'repair',
      page: 'pages/repair/detail',
      as: 'chen',
      query: `id=${id.repair}`,
      says: '受理',
      sheets: ['直接派工', '补充说明和照片', '不予维修'],
    },
    {
      name: 'repair-visit',
      page: 'pages/repair/detail',
      as: 'li',
      query: `id=${id.assigned}`,
      says: '同意这个上门时间',
      sheets: ['约上门时间'],
    },
    { name: 'repair-over', page: 'pages/repair/detail', as: 'zhou', query: `id=${id.repaired}`, says: '换了电容' },
    { name: 'repair-take', page: 'pages/repair/take', as: 'zhou', says: '接单码' },
    { name: 'upkeep', page: 'pages/repair/upkeep', as: 'chen', query: `id=${id.upkeep}`, says: '检查记录' },
    { name: 'upkeep-all', page: 'pages/repair/upkeep', as: 'chen', says: '消防检查' },
    {
      name: 'check',
      page: 'pages/repair/check',
      as: 'chen',
      query: `id=${id.upkeep}&kind=safety`,
      says: '漏电保护器',
    },
    { name: 'home-new', page: 'pages/dwelling/edit', as: 'chen', says: '标准地址', sheets: ['请选择街镇'] },
    { name: 'home-edit', page: 'pages/dwelling/edit', as: 'chen', query: `id=${id.home}`, says: '登记后不能更换街镇' },
    {
      name: 'publish',
      page: 'pages/listing/publish',
      as: 'chen',
      query: `id=${id.home}&unit=room%3AB`,
      says: '租金怎么付',
    },
    { name: 'listing-mine', page: 'pages/listing/mine', as: 'chen', says: '在架' },
    { name: 'bills', page: 'pages/bill/list', as: 'chen', query: 'side=lessor', says: '待收' },
    {
      name: 'bill',
      page: 'pages/bill/detail',
      as: 'chen',
      query: `id=${id.overdue}`,
      says: '每一项怎么算的',
      sheets: ['记收款', '加收一项', '催告付款'],
    },
    { name: 'bill-add', page: 'pages/bill/add', as: 'chen', query: `lease=${id.given}`, says: '发出账单' },
    { name: 'bills-of-lease', page: 'pages/bill/list', as: 'chen', query: `lease=${id.given}`, says: '另开账单' },
    { name: 'bills-tenant', page: 'pages/bill/list', as: 'zhou', query: 'side=lessee', says: '已付清' },
    { name: 'bill-tenant', page: 'pages/bill/detail', as: 'zhou', query: `id=${id.paid}`, says: '付款记录' },
    { name: 'book', page: 'pages/ledger/book', as: 'chen', says: '试算平衡' },
    { name: 'entry', page: 'pages/ledger/entry', as: 'chen', says: '付了维修费' },
    { name: 'report', page: 'pages/ledger/report', as: 'chen', says: '逐月对照' },
    { name: 'payment-pay', page: 'pages/payment/pay', as: 'zhou', query: `bill=${id.owed}`, says: '这次支付' },
    { name: 'payment-order', page: 'pages/payment/order', as: 'zhou', query: `id=${id.order}`, says: '取消这笔支付' },
    { name: 'merchant', page: 'pages/payment/merchant', as: 'chen', says: '怎么取得特约商户号' },
    { name: 'differences', page: 'pages/payment/differences', as: 'chen', says: '没有差异' },
    { name: 'business', page: 'pages/business/profile', as: 'chen', says: '管理的房屋' },
    { name: 'business-staff', page: 'pages/business/staff', as: 'chen', says: '邀请' },
    { name: 'business-join', page: 'pages/business/join', as: 'zhou', says: '邀请码' },
    { name: 'import', page: 'pages/business/import', as: 'chen', says: '选择表格' },
    { name: 'export', page: 'pages/business/export', as: 'chen', says: '资料是您的' },
    { name: 'desk', page: 'pages/tab/tenancy', as: 'wu', says: '待受理' },
    { name: 'review', page: 'pages/filing/review', as: 'wu', query: `id=${id.waiting}`, says: '审核要点' },
    {
      name: 'review-taken',
      page: 'pages/filing/review',
      as: 'wu',
      query: `id=${id.taken}`,
      says: '审核要点',
      sheets: ['退回补正'],
    },
    ...(await complaintVisits(demo)),
    { name: 'me-clerk', page: 'pages/tab/me', as: 'wu', says: '当前身份' },
    { name: 'desk-officer', page: 'pages/tab/tenancy', as: 'shen', says: '街镇' },
    {
      name: 'rules',
      page: 'pages/rule/list',
      as: 'gu',
      says: '上海市居住房屋租赁管理办法',
      sheets: ['录入新的每间居住人数上限'],
    },
    { name: 'rules-read', page: 'pages/rule/list', as: 'wu', says: '上海市居住房屋租赁管理办法' },
    { name: 'staff', page: 'pages/person/staff', as: 'admin', says: '对方的编号' },
  ]
}
