import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, roomKeyText, unitKeyText } from './address'
import { parseAddressText } from './address-text'

const townCode = '310115125'
/** Of the home, and of the room in it where the text names one. */
function keyOf(text: string): string {
  const parsed = parseAddressText(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`)
  const address = { townCode, ...parsed.address }
  return parsed.roomNo === undefined ? unitKeyText(address) : roomKeyText(address, parsed.roomNo)
}

describe('test pairs of rules 7.8', () => {
  it.each([
    ['藿香路１２３４弄５６号７８９室', '藿香路1234弄56号789室'],
    ['张江镇 藿香路1234弄56号789', '张江镇 藿香路1234弄56号789室'],
    ['张江镇 藿香路1234弄56号789', '藿香路1234弄56号789室'],
    ['上海市浦东新区张江镇的藿香路1234弄的56号之789室', '藿香路1234弄56号789室'],
    ['藿香路一千二百三十四弄五十六号七八九室', '藿香路1234弄56号789室'],
    ['藿香路1234弄56甲号789室', '藿香路1234弄56号甲789室'],
    ['人民路56号之1 101室', '人民路56号之一101室'],
    ['阳光小区3号楼2单元501', '阳光小区3栋2单元501室'],
    ['南坪街道海棠晓月A组团5栋3-2', '海棠晓月A组团5栋3层2号'],
  ])('%s = %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other))
  })

  it.each([
    ['藿香路1234弄56号789室', '藿香路1234弄56号甲789室'],
    ['藿香路1234弄56号789室', '藿香路1234弄56号789室A间'],
    ['藿香路1234弄56号789室', '藿香路1234支弄56号789室'],
    ['藿香路1234弄56号789室', '藿香路56号789室'],
    ['藿香路1234弄56号甲789室', '藿香路1234弄56号乙789室'],
    ['人民路56号之一101室', '人民路56号101室'],
    ['阳光小区3号楼2单元501', '阳光小区3号2单元501'],
  ])('%s ≠ %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  it('takes 789室A间 for a room of the home 789室', () => {
    const parsed = parseAddressText('藿香路1234弄56号789室A间')
    expect(parsed).toMatchObject({ ok: true, roomNo: 'A' })
    expect(parsed.ok && unitKeyText({ townCode, ...parsed.address })).toBe(keyOf('藿香路1234弄56号789室'))
  })
})

describe('regions before the road', () => {
  it.each([
    ['上海市市辖区浦东新区张江镇藿香路1弄2号3室', '上海市市辖区浦东新区张江镇', '藿香路1弄2号3室'],
    ['上海市黄浦区南京东路街道福州路2号301室', '上海市黄浦区南京东路街道', '福州路2号301室'],
    ['上海市中山北路12号101室', '上海市', '中山北路12号101室'],
    [
      '河南省开封市龙亭区北书店街街道阳光小区3号楼2单元501室',
      '河南省开封市龙亭区北书店街街道',
      '阳光小区3号楼2单元501室',
    ],
    ['重庆市渝北区龙山街道松石北路100号龙湖花园5栋3层2号', '重庆市渝北区龙山街道', '松石北路100号龙湖花园5栋3层2室'],
    ['静安区镇宁路405弄10号502室', '静安区', '镇宁路405弄10号502室'],
    ['张江镇川和路居委会益江路500弄30号1102室主卧', '张江镇川和路居委会', '益江路500弄30号1102室'],
  ])('%s', (text, regionText, rest) => {
    const parsed = parseAddressText(text)
    expect(parsed.ok && [parsed.regionText, formatAddress(parsed.address, '')]).toEqual([regionText, rest])
  })

  it.each([
    '新乡路12号301室',
    '虹镇老街15弄3号201室',
    '景德镇路12弄3号101室',
    '三林镇西路12号101室',
    '香楠小区3幢101室',
    '祖冲之路1559号101室',
  ])('leaves a road whole: %s', (text) => {
    const parsed = parseAddressText(text)
    expect(parsed.ok && [parsed.regionText, formatAddress(parsed.address, '')]).toEqual(['', text])
  })
})

describe('what it cannot read', () => {
  it.each([
    ['', /门牌号/],
    ['藿香路789', /门牌号/],
    ['藿香路1234弄56号', /室号/],
    ['56号789室', /无法识别/],
    ['藿'.repeat(500), /过长/],
  ])('%s', (text, message) => {
    const parsed = parseAddressText(text)
    expect(!parsed.ok && parsed.message).toMatch(message)
  })

  it('gives an address with a number, or says what is missing, whatever is typed', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'1９弄支号楼幢栋座大厦单元层室路街镇区市A-之的一 '),
      maxLength: 130,
    })
    fc.assert(
      fc.property(characters, (text) => {
        const parsed = parseAddressText(text)
        if (parsed.ok) expect(parsed.address.number + parsed.address.room).toMatch(/[\dA-Z]/)
      }),
      { numRuns: 2_000 },
    )
    for (const text of [
      '1弄'.repeat(60),
      'A'.repeat(120),
      `${'路'.repeat(118)}1号`,
      `${'1-'.repeat(58)}号`,
      '大'.repeat(119),
    ])
      parseAddressText(text)
  })
})
