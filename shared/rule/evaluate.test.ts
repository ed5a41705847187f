import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleHit } from '../rule'
import { type Condition, holds, namesIn } from './condition'
import { type Asked, evaluate, type Rule, type RuleParameters } from './evaluate'

const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'T-01',
  version: 1,
  city: '31',
  title: '人数',
  actions: { 'filing.submitted': 'BLOCK' },
  over: 'whole',
  when: { compare: [{ fact: 'persons' }, '>', { parameter: 'most.persons' }] },
  message: '住 {persons} 人，最多 {most.persons} 人',
  source: '甲办法第一条',
  certainty: 'V',
  effectiveFrom: '2014-05-01',
  ...changes,
})
const number = (changes: Partial<RuleParameters[number]> = {}): RuleParameters[number] => ({
  key: 'most.persons',
  region: '31',
  value: 2,
  source: '甲办法第一条',
  certainty: 'V',
  effectiveFrom: '2014-05-01',
  ...changes,
})
const said = (
  rules: Rule[],
  parameters: RuleParameters,
  asked: Asked = { whole: { persons: 3 } },
  place = { city: '310115125', on: '2026-11-20' },
): RuleHit[] => evaluate({ rules, parameters }, 'filing.submitted', asked, place)

/** Rule sheet §0.2 and §0.3, sentence by sentence. */
describe('rules as data', () => {
  it('keeps the inputs, the version, the source and how sure it is', () => {
    expect(said([rule({ version: 4 })], [number()])).toEqual([
      {
        ruleId: 'T-01',
        version: 4,
        action: 'BLOCK',
        message: '住 3 人，最多 2 人',
        source: '甲办法第一条',
        certainty: 'V',
        inputs: { persons: 3, 'most.persons': 2 },
      },
    ])
  })
  it('applies the version in force on the day of the event, not the one of today', () => {
    const versions = [
      rule({ version: 1, effectiveTo: '2023-01-31' }),
      rule({ version: 2, effectiveFrom: '2023-02-01', source: '乙条例第二条' }),
    ]
    const on = (day: string) => said(versions, [number()], undefined, { city: '310115125', on: day })
    expect(
      ['2014-04-30', '2014-05-01', '2023-01-31', '2023-02-01'].map((day) => on(day).map((hit) => hit.version)),
    ).toEqual([[], [1], [1], [2]])
  })
  it('applies the parameter in force on the day of the event, of the smallest place that has one', () => {
    const parameters = [
      number(),
      number({ value: 3, effectiveFrom: '2026-06-01' }),
      number({ region: '310115125', value: 4, effectiveFrom: '2026-12-01' }),
    ]
    const on = (day: string, city = '310115125') =>
      said([rule()], parameters, { whole: { persons: 9 } }, { city, on: day })[0]?.inputs['most.persons']
    expect([on('2026-05-31'), on('2026-06-01'), on('2026-12-01'), on('2026-12-01', '310115114')]).toEqual([2, 3, 4, 3])
  })
  it('does not speak for another city', () => {
    expect(said([rule()], [number()], undefined, { city: '410202001', on: '2026-11-20' })).toEqual([])
    expect(said([rule({ city: '', except: ['31'] })], [number()])).toEqual([])
  })
  it('is as unsure as the least sure of what it reads, and names every source once', () => {
    const [hit] = said([rule()], [number({ certainty: 'S', source: '乙通知' })])
    expect(hit).toMatchObject({ certainty: 'S', source: '甲办法第一条；乙通知' })
  })
  it('never judges by a number that the city has not given, or that is hardly remembered', () => {
    expect(said([rule()], [])).toEqual([])
    expect(said([rule()], [number({ value: null })])).toEqual([])
    expect(said([rule()], [number({ certainty: 'L' })])).toEqual([])
  })
  it('keeps a rule of certainty L off until somebody who read the text switches it on', () => {
    const unsure = rule({ certainty: 'L', enabledBy: 'most.enabled' })
    const enabled = (value: boolean, certainty: RuleHit['certainty']) =>
      said([unsure], [number(), number({ key: 'most.enabled', value, certainty })]).map((hit) => hit.certainty)
    expect(said([rule({ certainty: 'L' })], [number()])).toEqual([])
    expect([enabled(false, 'V'), enabled(true, 'L'), enabled(true, 'S'), enabled(true, 'V')]).toEqual([
      [],
      [],
      ['S'],
      ['V'],
    ])
  })
  it('asks each part, which also sees the whole', () => {
    const over = rule({ over: 'part', when: { all: [{ is: 'home' }, rule().when] } })
    const hits = said([over], [number()], {
      whole: { home: true, persons: 9 },
      parts: [
        { roomNo: 'A', persons: 2 },
        { roomNo: 'B', persons: 3 },
      ],
    })
    expect(hits.map(({ inputs }) => inputs)).toEqual([{ roomNo: 'B', home: true, persons: 3, 'most.persons': 2 }])
  })
  it('says nothing at an event that is not its own', () => {
    expect(
      evaluate(
        { rules: [rule()], parameters: [number()] },
        'listing.published',
        { whole: { persons: 3 } },
        { city: '310115125', on: '2026-11-20' },
      ),
    ).toEqual([])
  })
})

describe('conditions', () => {
  const sight = (facts: Record<string, string | number | boolean | null>) => ({ facts, parameter: () => undefined })
  const compare = (comparison: '<' | '<=' | '=' | '>=' | '>'): Condition => ({
    compare: [{ fact: 'one' }, comparison, { fact: 'other' }],
  })

  it('reckons in decimals: 1.1 ㎡ for each of three are 3.3 ㎡', () => {
    const three: Condition = { compare: [{ fact: 'area' }, '<', { times: [{ fact: 'each' }, { fact: 'persons' }] }] }
    expect(holds(three, sight({ area: 3.3, each: 1.1, persons: 3 }))).toBe(false)
    expect(holds(three, sight({ area: 3.29, each: 1.1, persons: 3 }))).toBe(true)
  })
  it('compares days as days', () => {
    expect(holds(compare('>'), sight({ one: '2027-01-31', other: '2026-12-31' }))).toBe(true)
  })
  it('holds of exactly one of less, equal and more, where both are known', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        const held = (['<', '=', '>'] as const).filter((comparison) =>
          holds(compare(comparison), sight({ one, other })),
        )
        expect(held).toHaveLength(1)
        expect(holds(compare('<='), sight({ one, other }))).toBe(!held.includes('>'))
        expect(holds(compare('>='), sight({ one, other }))).toBe(!held.includes('<'))
      }),
    )
  })
  it('never holds of what is not known, however it is compared', () => {
    const unknown = fc.constantFrom(null, true)
    const some = fc.oneof(fc.integer(), fc.string(), unknown)
    fc.assert(
      fc.property(unknown, some, fc.constantFrom('<', '<=', '=', '>=', '>'), (one, other, comparison) => {
        expect(holds(compare(comparison), sight({ one, other }))).toBe(false)
        expect(holds(compare(comparison), sight({ one: other, other: one }))).toBe(false)
      }),
    )
  })
  it('tells what it reads', () => {
    expect(
      namesIn({
        any: [
          { not: { is: 'related' } },
          { on: 'switch.on' },
          { fact: 'use', among: ['kitchen'] },
          { known: { plus: [{ fact: 'area' }, 1] } },
          { compare: [{ fact: 'area' }, '<', { times: [{ parameter: 'least.area' }, { fact: 'persons' }] }] },
        ],
      }),
    ).toEqual({ facts: ['related', 'use', 'area', 'persons'], parameters: ['switch.on', 'least.area'] })
  })
})
