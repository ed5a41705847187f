import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day, Month } from '../day'
import { BillId, EntryId, LeaseId, PictureId } from '../id'
import { FeeKind } from '../lease/terms'
import { PayMethod } from '../ledger/entry'
import { Fen, PositiveFen } from '../money'
import { BOOK_KEEPERS, HOLDING, LEASE_PARTIES } from '../person/role'
import { Bill, DemandMethod } from './bill'
import { BillCard, BillTab } from './bill.card'
import { ReceiptCard } from './receipt'

/** A bill as a party reads it, with what the lease lets the lessor ask for on top. */
export const BillView = Bill.extend({
  lateFeeFen: Fen.meta({ description: '按租约已产生、尚未计入账单的违约金' }),
  prepaidFen: Fen.optional().meta({
    description: 'on reading: money of this lease that came ahead and is not used yet',
  }),
})
export type BillView = z.infer<typeof BillView>

/** 费用: what is asked for beside rent and deposit, with its explanation. */
export const Charge = z.object({
  kind: z.enum(['fee', 'utility', 'late_fee']),
  feeKind: FeeKind.optional(),
  amountFen: PositiveFen,
  note: z.string().trim().min(2, '请写明这笔费用是什么').max(200),
  from: Day.optional(),
  to: Day.optional(),
})
export type Charge = z.infer<typeof Charge>

const ofBill = { subject: 'billId', writes: 'billId' } as const
const CHANGING = ['bill.not_found', 'bill.settled', 'access.role', 'request.changed', 'server.busy'] as const

export const billRoutes = declare({
  listBills: {
    method: 'GET',
    path: '/me/bills',
    summary: '账单：我要收的或我要付的',
    access: LEASE_PARTIES,
    input: z.object({
      ...paging,
      side: z.enum(['lessor', 'lessee']),
      tab: BillTab.default('open').meta({ description: 'for the lessor; the lessee sees all' }),
      month: Month.optional().meta({ description: 'the month in which it falls due' }),
      text: z.string().trim().max(40).optional().meta({ description: 'part of a name or an address' }),
    }),
    output: page(BillCard),
    refusals: ['request.cursor'],
  },
  readBillTotals: {
    method: 'GET',
    path: '/me/bills/totals',
    summary: '一个月应收、已收和逾期的合计',
    access: HOLDING,
    input: z.object({ month: Month.optional() }),
    output: z.object({
      tabs: z.record(BillTab, z.object({ count: z.int(), amountFen: z.int(), owedFen: z.int() })),
    }),
  },
  listLeaseBills: {
    method: 'GET',
    path: '/leases/{leaseId}/bills',
    summary: '一份租约的账单',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ ...paging, leaseId: LeaseId }),
    output: page(BillCard),
    refusals: ['lease.not_found', 'request.cursor'],
  },
  listReceipts: {
    method: 'GET',
    path: '/leases/{leaseId}/receipts',
    summary: '一份租约的收据',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ ...paging, leaseId: LeaseId }),
    output: page(ReceiptCard),
    refusals: ['lease.not_found', 'request.cursor'],
  },
  readBill: {
    method: 'GET',
    path: '/bills/{billId}',
    summary: '账单详情',
    access: LEASE_PARTIES,
    subject: 'billId',
    input: z.object({ billId: BillId }),
    output: BillView,
    refusals: ['bill.not_found'],
  },
  addBill: {
    method: 'POST',
    path: '/leases/{leaseId}/bills',
    summary: '另开一张账单',
    access: HOLDING,
    subject: 'leaseId',
    writes: 'billId',
    input: z.object({ ...making, leaseId: LeaseId, billId: BillId, dueOn: Day, charge: Charge }),
    output: BillView,
    refusals: [
      'lease.not_found',
      'lease.not_signed',
      'bill.region_mismatch',
      'bill.late_fee_exceeds',
      'access.role',
      'server.busy',
    ],
  },
  addCharge: {
    method: 'POST',
    path: '/bills/{billId}/charges',
    summary: '在账单上加收一项',
    access: HOLDING,
    ...ofBill,
    input: z.object({ ...changing, billId: BillId, charge: Charge }),
    output: BillView,
    refusals: [...CHANGING, 'bill.limit', 'bill.late_fee_exceeds'],
  },
  cancelBill: {
    method: 'POST',
    path: '/bills/{billId}/cancel',
    summary: '取消账单',
    access: BOOK_KEEPERS,
    ...ofBill,
    input: z.object({ ...changing, billId: BillId }),
    output: BillView,
    refusals: [...CHANGING, 'bill.has_payments', 'bill.too_long'],
  },
  writeOffBill: {
    method: 'POST',
    path: '/bills/{billId}/write-off',
    summary: '核销账单',
    access: BOOK_KEEPERS,
    ...ofBill,
    input: z.object({ ...changing, billId: BillId }),
    output: BillView,
    refusals: CHANGING,
  },
  recordPayment: {
    method: 'POST',
    path: '/bills/{billId}/payments',
    summary: '记一笔收款',
    access: BOOK_KEEPERS,
    ...ofBill,
    input: z.object({
      ...making,
      billId: BillId,
      paymentId: EntryId,
      amountFen: PositiveFen,
      receivedOn: Day,
      method: PayMethod,
      payer: z.string().trim().max(50).optional().meta({ description: 'who paid, where it was not the lessee' }),
      note: z.string().trim().max(200).default(''),
      voucherId: PictureId.optional().meta({ description: '凭证: a picture of the lease, which both parties see' }),
      ahead: z.boolean().default(false).meta({ description: 'what is beyond the bill is paid ahead of the next rent' }),
    }),
    output: BillView,
    refusals: [
      ...CHANGING,
      'bill.exceeds',
      'bill.no_rent_ahead',
      'bill.limit',
      'ledger.future',
      'picture.not_found',
      'ledger.period_closed',
    ],
  },
  reversePayment: {
    method: 'POST',
    path: '/bills/{billId}/payments/{paymentId}/reverse',
    summary: '撤销一笔收款',
    access: BOOK_KEEPERS,
    ...ofBill,
    input: z.object({ ...making, billId: BillId, paymentId: EntryId, reversalId: EntryId }),
    output: BillView,
    refusals: [
      ...CHANGING,
      'bill.payment_not_found',
      'bill.payment_reversed',
      'bill.prepaid_spent',
      'ledger.deposit_short',
    ],
  },
  demandPayment: {
    method: 'POST',
    path: '/bills/{billId}/demands',
    summary: '催告付款',
    access: HOLDING,
    ...ofBill,
    input: z.object({
      ...changing,
      billId: BillId,
      payBy: Day.meta({ description: 'a reasonable time, in the future (民法典 722)' }),
      method: DemandMethod,
      note: z.string().trim().max(200).default(''),
    }),
    output: BillView,
    refusals: [...CHANGING, 'bill.not_overdue', 'bill.limit'],
  },
})
