import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestors, CommitteeCode, checkRegionCode, covers, levelOf, RegionCode, TownCode } from './region'

const VECTORS = new URL('../../../shared/data/vectors/identifiers_and_schedules.json', import.meta.url)
const haveVectors = existsSync(VECTORS)
if (!haveVectors) console.warn(`SKIPPED: no vectors of area codes at ${VECTORS.pathname}`)

const FULL_CODES = ['310115125001', '310104011013', '500108001002', '410202003001']
const fullCode = fc.constantFrom(...FULL_CODES)
const digits = fc.constantFrom(2, 4, 6, 9, 12)

describe('covers', () => {
  it.each([
    ['31', '310115125', true],
    ['310115', '310115125001', true],
    ['310115125', '310115125', true],
    ['310115125', '310115', false],
    ['310115125', '310115126', false],
    ['3101151', '310115125', false],
    ['', '310115125', false],
    ['31', '3101151', false],
    ['310115125', '', false],
  ])('%s over %s: %s', (region, code, expected) => {
    expect(covers(region, code)).toBe(expected)
  })

  it('is a partial order: reflexive, transitive, and mutual only between equals', () => {
    fc.assert(
      fc.property(fullCode, digits, fullCode, digits, (one, oneDigits, other, otherDigits) => {
        const [high, low] = [one.slice(0, oneDigits), other.slice(0, otherDigits)]
        expect(covers(high, high)).toBe(true)
        expect(covers(high, low) && covers(low, high)).toBe(high === low)
        for (const above of ancestors(high)) if (covers(high, low)) expect(covers(above, low)).toBe(true)
      }),
    )
  })
})

describe('levels and ancestors', () => {
  it('names the level by the number of digits', () => {
    expect(['31', '3101', '310115', '310115125', '310115125001'].map(levelOf)).toEqual([
      'province',
      'city',
      'district',
      'town',
      'committee',
    ])
    expect(() => levelOf('3101151')).toThrow()
  })

  it('lists what lies above, never itself', () => {
    expect(ancestors('310115125001')).toEqual(['31', '3101', '310115', '310115125'])
    expect(ancestors('31')).toEqual([])
  })
})

describe('structure of a code (rules 7.7)', () => {
  const NAMES: Record<string, string> = {
    street: '街道',
    town: '镇',
    township: '乡',
    similar_town: '类似乡级',
    residents: '居委会',
    village: '村委会',
    similar_committee: '类似居委会',
    town_itself: 'town_itself',
    province: 'prov',
    committee: 'village',
  }
  const told = (code: string): [boolean, string] => {
    const check = checkRegionCode(code)
    if (!check.ok)
      return [false, NAMES[check.reason] === undefined || check.reason === 'town' ? check.reason : NAMES[check.reason]!]
    const parts = [check.townKind, check.committeeKind].filter((part) => part !== undefined)
    return [true, parts.length === 0 ? 'ok' : parts.map((part) => NAMES[part]).join('/')]
  }

  it('accepts codes of every level and tells what they are', () => {
    expect(told('31')).toEqual([true, 'ok'])
    expect(told('310115125001')).toEqual([true, '镇/居委会'])
    expect(told('130111200201')).toEqual([true, '乡/村委会'])
    expect(told('3101 5')).toEqual([false, 'format'])
    expect(told('310000')).toEqual([false, 'city'])
    expect(told('310115000')).toEqual([false, 'town'])
  })

  it('has schemas with Chinese messages', () => {
    expect(RegionCode.safeParse('310115').success).toBe(true)
    expect(RegionCode.safeParse('3101151').error?.issues[0]?.message).toMatch(/2、4、6、9 或 12 位/)
    expect(RegionCode.safeParse('990115').error?.issues[0]?.message).toMatch(/请重新选择/)
    expect(TownCode.safeParse('310115').error?.issues[0]?.message).toMatch(/9 位/)
    expect(CommitteeCode.safeParse('310115125001').success).toBe(true)
    expect(CommitteeCode.safeParse('310115125000').success).toBe(false)
  })

  it.skipIf(!haveVectors)('agrees with every vector', () => {
    const { area } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { area: [string, [boolean, string]][] }
    expect(area.length).toBeGreaterThan(10)
    for (const [code, expected] of area) expect([code, told(code)]).toEqual([code, expected])
  })
})
