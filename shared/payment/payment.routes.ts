import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { BillId, DifferenceId, OrderId } from '../id'
import { PositiveFen } from '../money'
import { BOOK_KEEPERS, HOLDERS, LEASE_PARTIES, PERSONAL_ROLES } from '../person/role'
import { Merchant, SubMchId } from './merchant'
import { PaymentOrder } from './payment'
import { Difference } from './reconcile'

/** What wx.requestPayment takes, signed. */
export const PaymentParameters = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})
export type PaymentParameters = z.infer<typeof PaymentParameters>

export const PaymentView = PaymentOrder.extend({
  parameters: PaymentParameters.optional().meta({ description: 'for the payer, while the order can be paid' }),
})
export type PaymentView = z.infer<typeof PaymentView>

/** 收款商户 as its holder sees it. */
export const MerchantView = Merchant.pick({ subMchId: true, checkedAt: true, reconciledUntil: true }).extend({
  version: z.int().min(0).meta({ description: '0 where nothing was ever set' }),
})
export type MerchantView = z.infer<typeof MerchantView>

const ofPayment = { subject: 'orderId', writes: 'orderId' } as const
const WECHAT = ['payment.not_offered', 'payment.merchant_refused', 'wechat.unavailable', 'server.busy'] as const

export const paymentRoutes = declare({
  startPayment: {
    method: 'POST',
    path: '/bills/{billId}/orders',
    summary: '用微信支付账单，可分次',
    access: PERSONAL_ROLES,
    subject: 'billId',
    writes: 'orderId',
    input: z.object({
      ...making,
      billId: BillId,
      orderId: OrderId,
      amountFen: PositiveFen,
      code: z.string().min(1).max(200).meta({ description: 'of wx.login: whose WeChat pays' }),
    }),
    output: PaymentView,
    refusals: [
      'bill.not_found',
      'bill.settled',
      'access.role',
      'wechat.code',
      'payment.no_merchant',
      'payment.exceeds',
      'payment.pending',
      'payment.region_mismatch',
      ...WECHAT,
    ],
  },
  listBillPayments: {
    method: 'GET',
    path: '/bills/{billId}/orders',
    summary: '一张账单的微信支付记录',
    access: LEASE_PARTIES,
    subject: 'billId',
    input: z.object({ ...paging, billId: BillId }),
    output: page(PaymentOrder),
    refusals: ['bill.not_found', 'request.cursor'],
  },
  readPayment: {
    method: 'GET',
    path: '/payments/{orderId}',
    summary: '支付详情；没有收到通知时向微信查询',
    access: LEASE_PARTIES,
    subject: 'orderId',
    input: z.object({ orderId: OrderId }),
    output: PaymentView,
    refusals: ['payment.not_found', ...WECHAT],
  },
  closePayment: {
    method: 'POST',
    path: '/payments/{orderId}/close',
    summary: '取消未支付的订单',
    access: LEASE_PARTIES,
    ...ofPayment,
    input: z.object({ ...changing, orderId: OrderId }),
    output: PaymentView,
    refusals: ['payment.not_found', 'payment.not_open', 'request.changed', ...WECHAT],
  },
  refundPayment: {
    method: 'POST',
    path: '/payments/{orderId}/refunds',
    summary: '原路退款，可分次',
    access: BOOK_KEEPERS,
    ...ofPayment,
    input: z.object({
      ...changing,
      orderId: OrderId,
      amountFen: PositiveFen,
      reason: z.string().trim().min(2, '请写明退款原因').max(80),
    }),
    output: PaymentView,
    refusals: [
      'payment.not_found',
      'payment.not_paid',
      'payment.refund_exceeds',
      'payment.refund_refused',
      'access.role',
      'request.changed',
      ...WECHAT,
    ],
  },
  readMerchant: {
    method: 'GET',
    path: '/me/merchant',
    summary: '我的收款商户',
    access: BOOK_KEEPERS,
    input: z.object({}),
    output: MerchantView,
  },
  setMerchant: {
    method: 'PUT',
    path: '/me/merchant',
    summary: '设置收款商户；钱直接进这个商户，不经过平台',
    access: HOLDERS,
    input: z.object({
      version: z.int().min(0).max(1_000_000).meta({ description: 'the version that was read' }),
      subMchId: SubMchId.optional().meta({ description: 'absent: take no payments by WeChat' }),
    }),
    output: MerchantView,
    refusals: ['payment.no_home', 'request.changed', ...WECHAT],
  },
  listDifferences: {
    method: 'GET',
    path: '/me/payment-differences',
    summary: '对账差异',
    access: BOOK_KEEPERS,
    input: z.object({ ...paging, status: z.enum(['open', 'resolved']).default('open') }),
    output: page(Difference),
    refusals: ['request.cursor'],
  },
  resolveDifference: {
    method: 'POST',
    path: '/payment-differences/{differenceId}/resolve',
    summary: '处理一条对账差异',
    access: BOOK_KEEPERS,
    subject: 'differenceId',
    writes: 'differenceId',
    input: z.object({
      ...changing,
      differenceId: DifferenceId,
      note: z.string().trim().min(2, '请写明怎么处理的').max(200),
    }),
    output: Difference,
    refusals: ['payment.difference_not_found', 'payment.difference_resolved', 'request.changed'],
  },
})
