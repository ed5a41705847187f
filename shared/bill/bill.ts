import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, type Instant, Instant as InstantSchema } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { BillId, DwellingId, EntryId, LeaseId, OrderId, PictureId, UserId } from '../id'
import { FeeKind, StubBasis } from '../lease/terms'
import { PayMethod } from '../ledger/entry'
import { Fen, PositiveFen } from '../money'

export const LineKind = z.enum(['deposit', 'rent', 'fee', 'utility', 'repair', 'late_fee'])
export type LineKind = z.infer<typeof LineKind>
export const LINE_KIND_NAMES: Record<LineKind, string> = {
  deposit: '押金',
  rent: '租金',
  fee: '费用',
  utility: '代收水电燃气等',
  repair: '租客承担的维修费',
  late_fee: '逾期违约金',
}

/** One thing that a bill asks for, with what explains its amount. */
export const BillLine = z.object({
  kind: LineKind,
  feeKind: FeeKind.optional(),
  from: Day.optional(),
  to: Day.optional(),
  months: z.int().optional().meta({ description: 'whole months of the lease between the two days' }),
  stubDays: z.int().optional().meta({ description: 'days of broken months, charged by the stub basis' }),
  monthlyFen: Fen.optional().meta({ description: 'the rent or fee of one month in these days' }),
  note: z.string().max(200).default(''),
  amountFen: PositiveFen,
  paidFen: Fen,
})
export type BillLine = z.infer<typeof BillLine>

export const BillStatus = z.enum(['issued', 'partly_paid', 'paid', 'cancelled', 'written_off', 'settled'])
export type BillStatus = z.infer<typeof BillStatus>
export const BILL_STATUS_NAMES: Record<BillStatus, string> = {
  issued: '待收',
  partly_paid: '部分已收',
  paid: '已收',
  cancelled: '已取消',
  written_off: '已核销',
  settled: '已并入退租结算',
}

/** How money came; `prepaid` is money that had come before. */
export const PaymentMethod = z.enum([...PayMethod.options, 'prepaid'])

export const Payment = z.object({
  id: EntryId.meta({ description: 'also the id of its first entry in the book' }),
  amountFen: PositiveFen,
  prepaidFen: Fen.meta({ description: 'the part beyond what was owed, kept for the next rent' }),
  receivedOn: Day,
  method: PaymentMethod,
  payer: z.string().optional(),
  note: z.string(),
  voucherId: PictureId.optional(),
  orderId: OrderId.optional().meta({
    description: 'of an order through WeChat: given back there, not undone by hand',
  }),
  refundedFen: Fen.optional().meta({ description: 'the part that was given back through WeChat' }),
  parts: z.array(z.object({ line: z.int(), amountFen: PositiveFen })).meta({ description: 'which lines it paid' }),
  entryIds: z.array(EntryId),
  by: UserId.or(z.literal('system')),
  recordedAt: InstantSchema,
  reversedAt: InstantSchema.optional(),
})
export type Payment = z.infer<typeof Payment>

export const DemandMethod = z.enum(['app', 'letter', 'message', 'in_person'])
export const DEMAND_METHOD_NAMES: Record<z.infer<typeof DemandMethod>, string> = {
  app: '本平台消息',
  letter: '书面函件',
  message: '短信或微信',
  in_person: '当面',
}
/** 催告 (民法典 722, N-27): asked to pay within a reasonable time. */
export const Demand = z.object({
  on: Day,
  payBy: Day,
  method: DemandMethod,
  note: z.string(),
  by: UserId,
})

/** 账单: what the lessee of one lease owes for one period, or for something in between. */
export const Bill = z.object({
  id: BillId,
  leaseId: LeaseId,
  dwellingId: DwellingId,
  unit: Unit,
  addressText: z.string(),
  lessorId: UserId,
  lessorName: z.string(),
  lesseeId: UserId,
  lesseeName: z.string(),
  from: Day.optional().meta({ description: 'first day that its rent covers' }),
  to: Day.optional(),
  stubBasis: StubBasis,
  lateFeePerDayPpm: z.int().meta({ description: 'agreed 逾期违约金, millionths of the arrears a day (CT-06)' }),
  dueOn: Day,
  lines: z.array(BillLine),
  amountFen: Fen,
  paidFen: Fen,
  status: BillStatus,
  overdueOn: Day.optional().meta({ description: 'the day on which it was found overdue' }),
  payments: z.array(Payment),
  demands: z.array(Demand),
  entryIds: z.array(EntryId),
  ...aggregate,
})
export type Bill = z.infer<typeof Bill> & Aggregate

export const MAX_LINES = 40
export const MAX_PAYMENTS = 60

export const owedFen = ({ amountFen, paidFen }: Pick<Bill, 'amountFen' | 'paidFen'>): number => amountFen - paidFen
export const isOpen = ({ status }: Pick<Bill, 'status'>): boolean => status === 'issued' || status === 'partly_paid'
export const isOverdue = (bill: Pick<Bill, 'status' | 'dueOn'>, today: Day): boolean =>
  isOpen(bill) && bill.dueOn < today

const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** The bill with other lines: its sums and its state follow from them. */
export function withLines(bill: Bill, lines: BillLine[], changes: Partial<Bill>, now: Instant): Bill {
  const amountFen = sumOf(lines.map((line) => line.amountFen))
  const paidFen = sumOf(lines.map((line) => line.paidFen))
  const status = paidFen === amountFen ? 'paid' : paidFen > 0 ? 'partly_paid' : 'issued'
  return revise(bill, { ...changes, lines, amountFen, paidFen, status }, now)
}

function whileOpen(bill: Bill): void {
  if (!isOpen(bill)) throw new DomainError('bill.settled')
}

/** 加收一项, with its explanation. */
export function addLine(bill: Bill, line: BillLine, entryId: EntryId, now: Instant): Bill {
  whileOpen(bill)
  if (bill.lines.length >= MAX_LINES) throw new DomainError('bill.limit')
  return withLines(bill, [...bill.lines, line], { entryIds: [...bill.entryIds, entryId] }, now)
}

export interface Allotted {
  bill: Bill
  payment: Payment
  /** What was paid of each kind of line, in fen. */
  byKind: Partial<Record<LineKind, number>>
}

/**
 * 收款: pays the lines in their order, the late fee last, never more than is owed; what is beyond is refused unless it is
 * said to be paid ahead, which only a bill of rent takes. `only` pays lines of one kind.
 */
export function pay(
  bill: Bill,
  payment: Omit<Payment, 'prepaidFen' | 'parts' | 'entryIds' | 'recordedAt'>,
  { ahead = false, only }: { ahead?: boolean; only?: LineKind },
  now: Instant,
): Allotted {
  if (!isOpen(bill)) throw new DomainError('bill.settled')
  if (bill.payments.length >= MAX_PAYMENTS) throw new DomainError('bill.limit')
  const prepaidFen = Math.max(0, payment.amountFen - owedFen(bill))
  if (prepaidFen > 0 && !ahead) throw new DomainError('bill.exceeds')
  if (prepaidFen > 0 && !bill.lines.some(({ kind }) => kind === 'rent')) throw new DomainError('bill.no_rent_ahead')
  const order = bill.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => !only || line.kind === only)
    .sort((one, other) => Number(one.line.kind === 'late_fee') - Number(other.line.kind === 'late_fee'))
  let left = payment.amountFen - prepaidFen
  const parts: Payment['parts'] = []
  const byKind: Allotted['byKind'] = {}
  for (const { line, index } of order) {
    const amountFen = Math.min(left, line.amountFen - line.paidFen)
    if (amountFen === 0) continue
    left -= amountFen
    parts.push({ line: index, amountFen })
    byKind[line.kind] = (byKind[line.kind] ?? 0) + amountFen
  }
  const made: Payment = { ...payment, prepaidFen, parts, entryIds: [], recordedAt: now }
  return { bill: settleLines(bill, made, 1, { payments: [...bill.payments, made] }, now), payment: made, byKind }
}

function settleLines(bill: Bill, { parts }: Payment, sign: 1 | -1, changes: Partial<Bill>, now: Instant): Bill {
  const lines = bill.lines.map((line, index) => {
    const part = parts.find((each) => each.line === index)
    return part ? { ...line, paidFen: line.paidFen + sign * part.amountFen } : line
  })
  return withLines(bill, lines, changes, now)
}

/** Which entries of the book a payment made. */
export const withEntries = (bill: Bill, paymentId: EntryId, entryIds: EntryId[]): Bill => ({
  ...bill,
  payments: bill.payments.map((payment) => (payment.id === paymentId ? { ...payment, entryIds } : payment)),
})

/** 撤销收款: the payment stays and is marked, and the lines are owed again. */
export function unpay(bill: Bill, paymentId: EntryId, now: Instant): { bill: Bill; payment: Payment } {
  const payment = bill.payments.find(({ id }) => id === paymentId)
  if (!payment) throw new DomainError('bill.payment_not_found')
  if (!isOpen(bill) && bill.status !== 'paid') throw new DomainError('bill.settled')
  if (payment.reversedAt) throw new DomainError('bill.payment_reversed')
  if (payment.orderId) throw new DomainError('bill.paid_by_wechat')
  const payments = bill.payments.map((each) => (each === payment ? { ...each, reversedAt: now } : each))
  return { bill: settleLines(bill, payment, -1, { payments }, now), payment }
}

/** 取消账单: only while nothing was paid. */
export function cancel(bill: Bill, now: Instant): Bill {
  whileOpen(bill)
  if (bill.paidFen > 0) throw new DomainError('bill.has_payments')
  return revise(bill, { status: 'cancelled' }, now)
}

/** 核销: what is still owed is given up. */
export function writeOff(bill: Bill, now: Instant): Bill {
  whileOpen(bill)
  return revise(bill, { status: 'written_off' }, now)
}

/** 并入退租结算: what was still owed is part of the settlement of the lease. */
export const closeAtSettlement = (bill: Bill, now: Instant): Bill => revise(bill, { status: 'settled' }, now)

/** 逾期. */
export const markOverdue = (bill: Bill, today: Day, now: Instant): Bill => revise(bill, { overdueOn: today }, now)

/** 催告 (N-27): only of what is overdue. */
export function demandPayment(bill: Bill, demand: z.infer<typeof Demand>, now: Instant): Bill {
  whileOpen(bill)
  if (bill.dueOn >= demand.on) throw new DomainError('bill.not_overdue')
  if (bill.demands.length >= MAX_LINES) throw new DomainError('bill.limit')
  return revise(bill, { demands: [...bill.demands, demand] }, now)
}

/** The day of the last 催告, which the end of a lease for arrears needs. */
export const demandedOn = ({ demands }: Pick<Bill, 'demands'>): Day | undefined => demands.at(-1)?.on
