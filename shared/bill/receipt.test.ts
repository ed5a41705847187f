import { describe, expect, it } from 'vitest'
import type { Bill, Payment } from './bill'
import { lineName, lineWhy } from './explain'
import { hasReceipt, paymentForReceipt, receiptNoOf, receiptsOf } from './receipt'

const id = (tail: string) => `ent_01HZZZZZZZZZZZZZZZ${tail}` as Payment['id']
const payment = (facts: Partial<Payment>): Payment => ({
  id: id('00000001'),
  amountFen: 320_000,
  prepaidFen: 0,
  receivedOn: '2026-12-01',
  method: 'bank',
  note: '',
  parts: [{ line: 0, amountFen: 320_000 }],
  entryIds: [],
  by: 'system',
  recordedAt: '2026-12-01T02:00:00.000Z',
  ...facts,
})
const lines: Bill['lines'] = [
  { kind: 'deposit', note: '', amountFen: 320_000, paidFen: 320_000 },
  {
    kind: 'rent',
    from: '2026-09-10',
    to: '2026-10-24',
    months: 1,
    stubDays: 15,
    monthlyFen: 300_000,
    note: '',
    amountFen: 445_161,
    paidFen: 0,
  },
  { kind: 'utility', feeKind: 'water', note: '表 A：12 吨', amountFen: 4_860, paidFen: 0 },
]
const billOf = (payments: Payment[]) => ({ id: 'bil', lines, lesseeName: '周明', payments }) as unknown as Bill

describe('receipts', () => {
  it('are numbered by the day and the payment, or the order of WeChat', () => {
    expect(receiptNoOf(payment({}))).toBe('SJ2026120100000001')
    const orderId = 'pay_310115125_01HZZZZZZZZZZZZZZZABCDEFGH' as NonNullable<Payment['orderId']>
    expect(receiptNoOf(payment({ orderId }))).toBe('SJ20261201ABCDEFGH')
  })
  it('are of money that came and stayed: not undone, not paid from what had come before', () => {
    expect(hasReceipt(payment({}))).toBe(true)
    expect(hasReceipt(payment({ reversedAt: '2026-12-02T02:00:00.000Z' }))).toBe(false)
    expect(hasReceipt(payment({ method: 'prepaid' }))).toBe(false)
  })
  it('say what was paid, by whom, the last first', () => {
    const second = payment({ id: id('00000002'), payer: '周父', prepaidFen: 1_000, parts: [{ line: 1, amountFen: 9 }] })
    expect(receiptsOf(billOf([payment({}), second]))).toMatchObject([
      { receiptNo: 'SJ2026120100000002', payerName: '周父', what: ['租金', '预付款'] },
      { receiptNo: 'SJ2026120100000001', payerName: '周明', what: ['押金'] },
    ])
  })
  it.each([
    [[], 'bill.payment_not_found'],
    [[payment({ reversedAt: '2026-12-02T02:00:00.000Z' })], 'bill.payment_reversed'],
    [[payment({ method: 'prepaid' })], 'bill.no_receipt'],
  ] as const)('are refused where there is none: %#', (payments, code) =>
    expect(() => paymentForReceipt(billOf([...payments]), id('00000001'))).toThrow(code),
  )
})

describe('why a line costs what it costs', () => {
  it.each([
    [0, '押金', ''],
    // Vector C of the rule sheet: 3,000 a month, one month and 15 days by the actual month.
    [1, '租金', '2026-09-10 至 2026-10-24，共 1 个月 零 15 天；每月 ¥3,000；零头按当月实际天数'],
    [2, '水费', '表 A：12 吨'],
  ])('line %i: %s %s', (index, name, why) => {
    const line = lines[index] as Bill['lines'][number]
    expect([lineName(line), lineWhy(line, { stubBasis: 'actual_month' })]).toEqual([name, why])
  })
})
