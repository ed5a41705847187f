import { describe, expect, it } from 'vitest'
import { type AddressParts, formatAddress, roomKeyText, StandardAddress, unitKeyText } from './address'

const townCode = '310115125'
const home = { townCode, road: '藿香路', lane: '1234', number: '56', room: '789' }
const key = (parts: Partial<AddressParts>) => unitKeyText({ ...home, ...parts })
const messagesOf = (input: unknown) =>
  StandardAddress.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('StandardAddress', () => {
  it('normalises as it parses', () => {
    const typed = {
      townCode,
      committeeCode: '310115125001',
      road: ' 藿香路',
      lane: '１２３４弄',
      number: '五十六号甲',
      unit: '2单元',
      room: '789室',
    }
    expect(StandardAddress.parse(typed)).toEqual({ ...home, committeeCode: '310115125001', number: '56甲', unit: '2' })
  })

  it('wants 弄 in Shanghai unless somebody says that there is none', () => {
    const { lane: _, ...without } = home
    expect(messagesOf(without)).toEqual([['lane', '请填写弄号；门牌没有弄的，请勾选“无弄”']])
    expect(messagesOf({ ...without, noLane: true })).toBeUndefined()
    expect(messagesOf({ ...without, townCode: '410202001' })).toBeUndefined()
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['no road', { road: ' ' }, 'road', /请填写路名/],
    ['a long road', { road: '路'.repeat(41) }, 'road', /最多 40 个字/],
    ['a separator', { road: '藿香|路' }, 'road', /只能用/],
    ['a number without digits', { number: '号' }, 'number', /请填写门牌号/],
    ['a room inside the home', { room: '789室A间' }, 'room', /室内房间/],
    ['a town of six digits', { townCode: '310115' }, 'townCode', /9 位/],
    ['a committee of another town', { committeeCode: '310115126001' }, 'committeeCode', /不在所选街镇/],
    ['a police code with blanks', { policeCode: '31 0115' }, 'policeCode', /地址编码/],
    ['a very long room', { room: '7'.repeat(100_000) }, 'room', /过长/],
  ])('refuses %s', (_, wrong, path, message) => {
    expect(messagesOf({ ...home, ...wrong })).toContainEqual([path, expect.stringMatching(message)])
  })
})

describe('the key of a home (rules 7.8)', () => {
  it.each<[string, Partial<AddressParts>]>([
    ['full width', { lane: '１２３４', number: '５６号', room: '７８９室' }],
    ['suffixes', { lane: '1234弄', number: '56号', room: '789室' }],
    ['Chinese numerals', { lane: '一千二百三十四弄', number: '五十六', room: '七八九' }],
    ['leading zeros', { lane: '01234', number: '056' }],
    ['blanks', { road: '藿香 路', number: ' 56 ' }],
    ['a floor that the room tells', { floor: '7层' }],
    ['empty parts', { building: '', unit: ' ' }],
  ])('is the same with %s', (_, parts) => {
    expect(key(parts)).toBe(key({}))
  })

  it.each<[string, Partial<AddressParts>]>([
    ['56号甲', { number: '56号甲' }],
    ['1234支弄', { lane: '1234支弄' }],
    ['1234弄56支弄', { lane: '1234弄56支弄' }],
    ['another road', { road: '益江路' }],
    ['a unit', { unit: '1' }],
    ['a building', { building: '1' }],
    ['another room', { room: '789A' }],
    ['a sub-number', { number: '56号之一' }],
    ['a building in place of the door', { number: '56号楼' }],
    ['a floor that the room does not tell', { floor: '3' }],
  ])('differs with %s', (_, parts) => {
    expect(key(parts)).not.toBe(key({}))
  })

  it('takes 幢, 栋, 座 and 号楼 of one number for one building, and 56号甲 for 56甲号', () => {
    expect(new Set(['3', '3幢', '3栋', '三号楼', '3座'].map((building) => key({ building }))).size).toBe(1)
    expect(new Set(['3幢', '3栋', '3号楼'].map((number) => key({ number }))).size).toBe(1)
    expect(key({ number: '56号甲' })).toBe(key({ number: '56甲号' }))
  })

  it('is another in another town, whatever committee or police code', () => {
    expect(unitKeyText({ ...home, townCode: '310115126' })).not.toBe(key({}))
    const known = StandardAddress.parse({ ...home, committeeCode: '310115125001', policeCode: '3101150001' })
    expect(unitKeyText(known)).toBe('310115|310115125|藿香路|1234|56|||789')
  })

  it('is followed by the label of a room', () => {
    expect(roomKeyText(home, 'A')).toBe('310115|310115125|藿香路|1234|56|||789|A')
    expect(roomKeyText(home, 'Ａ间')).toBe(roomKeyText(home, 'a'))
    expect(roomKeyText(home, 'B')).not.toBe(roomKeyText(home, 'A'))
  })
})

describe('formatAddress', () => {
  it.each<[string, AddressParts]>([
    ['上海市浦东新区张江镇藿香路1234弄56号789室', home],
    ['上海市浦东新区张江镇藿香路1234弄56号甲789室', { ...home, number: '56甲' }],
    ['上海市浦东新区张江镇藿香路1234支弄56号789室', { ...home, lane: '1234支' }],
    ['上海市浦东新区张江镇藿香路1234弄56号3幢2单元789室', { ...home, building: '3', unit: '2', floor: '7' }],
    [
      '上海市浦东新区张江镇藿香路56号3号楼3层2室',
      { road: '藿香路', number: '56', building: '3号楼', floor: '3', room: '2' },
    ],
    ['上海市浦东新区张江镇阳光小区3号楼2单元501室', { road: '阳光小区', number: '3号楼', unit: '2', room: '501' }],
  ])('%s', (text, address) => {
    expect(formatAddress(address, '上海市浦东新区张江镇')).toBe(text)
  })
})
