import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyInWords, numeral } from './numerals'

describe('numbers in words', () => {
  it.each([
    [0, '零'],
    [3, '三'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [240, '二百四十'],
    [1001, '一千零一'],
  ])('%d reads %s', (value, words) => expect(numeral(value)).toBe(words))

  it.each([
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [105, '人民币壹元零伍分'],
    [300_000, '人民币叁仟元整'],
    [320_050, '人民币叁仟贰佰元伍角整'],
    [320_056, '人民币叁仟贰佰元伍角陆分'],
    [10_500, '人民币壹佰零伍元整'],
    [1_000_500, '人民币壹万零伍元整'],
    [10_000_000, '人民币壹拾万元整'],
    [10_010_000, '人民币壹拾万零壹佰元整'],
    [1_000_000_000_000, '人民币壹佰亿元整'],
    [1_000_000_000_500, '人民币壹佰亿零伍元整'],
  ])('%d fen reads %s', (amountFen, words) => expect(moneyInWords(amountFen)).toBe(words))

  it('two amounts never read alike, and no two zeros meet', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 })
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        if (one !== other) expect(moneyInWords(one)).not.toBe(moneyInWords(other))
        expect(moneyInWords(one)).not.toMatch(one >= 100 ? /零零|零[万亿元]/ : /零零/)
      }),
    )
  })
})
