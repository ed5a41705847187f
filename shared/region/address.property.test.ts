import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressParts, formatAddress, normaliseAddress, unitKeyText } from './address'
import { parseAddressText } from './address-text'

const townCode = '310115125'

/** Addresses as people give them, in the spelling of the form. */
const digits = (max: number) => fc.integer({ min: 1, max }).map(String)
const optional = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const anyAddress = fc
  .record({
    road: fc.constantFrom(
      '藿香路',
      '中山东二路',
      '镇宁路',
      '祖冲之路',
      '虹镇老街',
      '景德镇路',
      '世纪大道',
      'G320国道',
      '阳光小区',
      '新乡路',
    ),
    lane: optional(
      fc.oneof(
        digits(9999),
        digits(99).map((lane) => `${lane}支`),
        digits(99).map((lane) => `${lane}弄5支`),
      ),
    ),
    number: fc.oneof(
      digits(9999),
      digits(99).map((number) => `${number}甲`),
      digits(99).map((number) => `${number}-1`),
      digits(99).map((number) => `${number}号楼`),
    ),
    building: optional(
      fc.oneof(
        digits(99),
        digits(99).map((building) => `${building}号楼`),
        fc.constantFrom('A座', '金茂大厦', '龙湖花园5栋'),
      ),
    ),
    unit: optional(digits(9)),
    floor: optional(digits(40)),
    room: fc.oneof(
      digits(9999),
      digits(99).map((room) => `${room}A`),
      fc.constantFrom('3-2', '0101'),
    ),
  })
  .map(
    (parts) =>
      Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as AddressParts,
  )

describe('properties', () => {
  it('normalising twice changes nothing, and never changes the home', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'藿香路甲弄支号楼幢单元层室房的之一二十百零０１2304AaZ -－（)'),
      maxLength: 12,
    })
    const anything = fc.record({
      road: characters,
      lane: characters,
      number: characters,
      building: characters,
      unit: characters,
      floor: characters,
      room: characters,
    })
    fc.assert(
      fc.property(anything, (typed) => {
        const once = normaliseAddress(typed)
        expect(normaliseAddress(once)).toEqual(once)
        expect(unitKeyText({ townCode, ...once })).toBe(unitKeyText({ townCode, ...typed }))
      }),
      { numRuns: 2_000 },
    )
  })

  it('what is formatted is read back as the same home', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const text = formatAddress(address, '上海市浦东新区张江镇')
        const parsed = parseAddressText(text)
        expect([text, parsed.ok && unitKeyText({ townCode, ...parsed.address })]).toEqual([
          text,
          unitKeyText({ townCode, ...address }),
        ])
      }),
      { numRuns: 2_000 },
    )
  })
})
