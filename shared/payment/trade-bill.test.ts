import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedFile } from '../../tests/shared-data'
import { playedBill } from '../../tools/sandbox/pay-bill'
import type { PlayedOrder } from '../../tools/sandbox/pay-orders'
import { NoTradeBill, parseTradeBill } from './trade-bill'

const reasonOf = (text: string) => {
  try {
    parseTradeBill(text)
    return 'read'
  } catch (error) {
    return error instanceof NoTradeBill ? 'refused' : error
  }
}

describe.skipIf(!sharedDataPresent)("WeChat's own sample of a trade bill", () => {
  const text = sharedDataPresent ? readFileSync(sharedFile('vectors/bill.ALL.csv'), 'utf8') : ''
  const bill = () => parseTradeBill(text)

  it('settled 0.47, refunds 0.14, fees 0.08, in 45 lines', () => {
    const { lines, ...totals } = bill()
    expect([lines.length, totals]).toEqual([45, { settledFen: 47, refundFen: 14, feeFen: 8 }])
  })
  it('is read line by line, its times from Beijing', () => {
    expect(bill().lines[0]).toEqual({
      at: '2019-02-18T21:01:46.000Z',
      subMchId: '0',
      transactionId: '4200000263201902167700134212',
      outTradeNo: 'autotest_20190216081946_82335',
      state: 'REFUND',
      settledFen: 0,
      amountFen: 0,
      outRefundNo: 'REF4200000263201902167700963919',
      refundState: 'SUCCESS',
      refundFen: 1,
      feeParts: 0,
    })
    expect(bill().lines.filter(({ state }) => state === 'REFUND').length).toBe(14)
  })
  it('is refused with any line left out, told twice, or an amount changed', () => {
    const lines = text.trimEnd().split('\n')
    for (let index = 0; index < lines.length; index++) {
      expect([index, reasonOf(lines.toSpliced(index, 1).join('\n'))]).toEqual([index, 'refused'])
      const twice = lines.toSpliced(index, 0, lines[index] as string).join('\n')
      expect([index, reasonOf(twice)]).toEqual([index, 'refused'])
    }
    expect(reasonOf(text.replace('`0.03', '`0.30'))).toBe('refused')
  })
})

describe('a trade bill of our own WeChat', () => {
  const order = fc.record({
    total: fc.integer({ min: 1, max: 100_000_000 }),
    refund: fc.option(fc.integer({ min: 1, max: 100 })),
    description: fc.constantFrom('房租', '房租,押金', '“引号”', '12月,房租`'),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  })
  it('is read to the fen, whatever was paid and refunded', () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 30 }), (orders) => {
        const midnight = Date.parse('2026-11-22T16:00:00Z')
        const played = orders.map(
          ({ total, refund, description, minute }, index): PlayedOrder => ({
            sp_mchid: '1900000001',
            sub_mchid: '1900000109',
            out_trade_no: `T${index}`,
            description,
            notify_url: '',
            total,
            openid: 'o',
            prepayId: '',
            until: 0,
            state: 'SUCCESS',
            transactionId: `42${index}`,
            paidAt: midnight + minute * 60_000,
            refunds:
              refund === null
                ? []
                : [
                    {
                      out_refund_no: `R${index}`,
                      refund_id: `5${index}`,
                      refund: Math.min(total, refund),
                      status: 'SUCCESS',
                      madeAt: midnight + minute * 60_000,
                    },
                  ],
          }),
        )
        const bill = parseTradeBill(playedBill(played, '1900000109', '2026-11-23') as string)
        const refunds = played.flatMap(({ refunds: each }) => each.map(({ refund }) => refund))
        expect(bill.settledFen).toBe(played.reduce((sum, { total }) => sum + total, 0))
        expect(bill.refundFen).toBe(refunds.reduce((sum, each) => sum + each, 0))
        expect(bill.lines.length).toBe(played.length + refunds.length)
      }),
      { numRuns: 100 },
    )
  })
  it.each(['', '总交易单数', 'a,b\n`1,`2', '<html>busy</html>', '{"code":"SYSTEM_ERROR"}', '\ufeff\r\n'])(
    'refuses %j',
    (text) => expect(reasonOf(text)).toBe('refused'),
  )
})
