import { describe, expect, it } from 'vitest'
import { composeId } from '../id'
import type { PaymentOrder } from './payment'
import { compare, resolve } from './reconcile'
import type { TradeBill, TradeLine } from './trade-bill'
import { orderIdOf, orderOfRefund, refundNumberOf, tradeNumberOf } from './trade-number'

const DAY = '2026-11-23'
const AT = '2026-11-23T04:00:00.000Z'
const idOf = (index: number) =>
  composeId('pay', `01M84M1WEEC6263XP0H58RRC${String(index).padStart(2, '0')}`, '310115125')
const order = (index: number, more: Partial<PaymentOrder> = {}) =>
  ({ id: idOf(index), amountFen: 100, paidAt: AT, refunds: [], ...more }) as unknown as PaymentOrder
const trade = (index: number, amountFen = 100): TradeLine => ({
  at: AT,
  subMchId: '1900000109',
  transactionId: `42${index}`,
  outTradeNo: tradeNumberOf(idOf(index)),
  state: 'SUCCESS',
  settledFen: amountFen,
  amountFen,
  outRefundNo: '0',
  refundState: '',
  refundFen: 0,
  feeParts: 0,
})
const back = (index: number, refundFen: number): TradeLine => ({
  ...trade(index),
  state: 'REFUND',
  settledFen: 0,
  amountFen: 0,
  outRefundNo: refundNumberOf(idOf(index), 1),
  refundState: 'SUCCESS',
  refundFen,
})
const refunded = (index: number, amountFen: number, doneAt = AT) =>
  order(index, {
    refunds: [
      {
        number: refundNumberOf(idOf(index), 1),
        amountFen,
        status: 'done',
        reason: '',
        askedAt: AT,
        doneAt,
        by: 'usr_1',
      },
    ] as unknown as PaymentOrder['refunds'],
  })
const bill = (...lines: TradeLine[]): TradeBill => ({ lines, settledFen: 0, refundFen: 0, feeFen: 0 })
const kinds = (...given: Parameters<typeof compare>) => compare(...given).found.map(({ kind }) => kind)

describe('a trade bill against our orders', () => {
  it.each<[string, TradeBill, PaymentOrder[], string[]]>([
    ['the same', bill(trade(1), trade(2)), [order(1), order(2)], []],
    [
      'a trade that we do not know',
      bill(trade(1), { ...trade(2), outTradeNo: 'COUNTER1' }),
      [order(1)],
      ['missing_here'],
    ],
    [
      'a trade of an order that we think unpaid',
      bill(trade(1)),
      [{ ...order(1), paidAt: undefined } as never],
      ['missing_here'],
    ],
    ['a payment that WeChat does not tell', bill(trade(1)), [order(1), order(2)], ['missing_there']],
    ['nothing told at all', bill(), [order(1)], ['missing_there']],
    ['another amount', bill(trade(1, 101)), [order(1)], ['amount']],
    ['the same refund', bill(trade(1), back(1, 40)), [refunded(1, 40)], []],
    ['a refund that we do not know', bill(trade(1), back(1, 40)), [order(1)], ['refund_missing_here']],
    ['a refund that WeChat does not tell', bill(trade(1)), [refunded(1, 40)], ['refund_missing_there']],
    ['another amount given back', bill(trade(1), back(1, 41)), [refunded(1, 40)], ['refund_amount']],
    ['a refund done on another day', bill(trade(1)), [refunded(1, 40, '2026-11-24T04:00:00.000Z')], []],
    ['a refund that failed there', bill(trade(1), { ...back(1, 40), refundState: 'FAIL' }), [order(1)], []],
    [
      'a payment of another day that the bill names',
      bill(trade(1)),
      [order(1, { paidAt: '2026-11-22T15:59:59.000Z' })],
      [],
    ],
    ['a payment of another day', bill(), [order(1, { paidAt: '2026-11-23T16:00:00.000Z' })], []],
  ])('%s', (_what, there, here, expected) => expect(kinds(there, DAY, here)).toEqual(expected))

  it('says the number and both amounts, and how much agreed', () => {
    const { matched, found } = compare(bill(trade(1), trade(2, 150), trade(3)), DAY, [order(1), order(2), order(3)])
    expect(matched).toBe(2)
    expect(found).toEqual([
      { kind: 'amount', number: tradeNumberOf(idOf(2)), thereFen: 150, hereFen: 100, orderId: idOf(2) },
    ])
  })
  it('is resolved once', () => {
    const difference = { status: 'open', version: 1 } as never
    const done = resolve(difference, '核对无误', 'usr_1' as never, AT)
    expect(done).toMatchObject({ status: 'resolved', note: '核对无误', version: 2 })
    expect(() => resolve(done, '再次', 'usr_1' as never, AT)).toThrow('payment.difference_resolved')
  })
})

describe('the number of an order at WeChat', () => {
  it.each(['310115', '310115125'])('leads back to it, from %s', (region) => {
    const id = composeId('pay', '01M84M1WEEC6263XP0H58RRCDX', region)
    expect(tradeNumberOf(id)).toMatch(/^[0-9A-Z]{32}$/)
    expect(orderIdOf(tradeNumberOf(id))).toBe(id)
    expect(orderOfRefund(refundNumberOf(id, 12))).toBe(id)
  })
  it.each(['', 'autotest_20190216081946_82335', '0'.repeat(31), 'ZZZZZZ01M84M1WEEC6263XP0H58RRCDX'])(
    'leads nowhere where it is none of ours: %s',
    (number) => expect([orderIdOf(number), orderOfRefund(`${number}R`)]).toEqual([undefined, undefined]),
  )
})
