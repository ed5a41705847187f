import { describe, expect, it } from 'vitest'
import { CATALOGUE } from './catalogue'
import type { Condition, Term } from './condition'
import { conditionText, messageText } from './condition-text'
import { parametersOf, type Rule } from './evaluate'
import { PARAMETER_NAMES, RECORDABLE } from './parameter-names'
import { RELEASED } from './released'

const nameOf = ({ id, line, city, version }: Rule) => [id, line, city, version].filter(Boolean).join(' ')

function literals(node: Condition | Term): number[] {
  if (typeof node === 'number') return [node]
  if ('all' in node) return node.all.flatMap(literals)
  if ('any' in node) return node.any.flatMap(literals)
  if ('not' in node) return literals(node.not)
  if ('known' in node) return literals(node.known)
  if ('times' in node) return node.times.flatMap(literals)
  if ('plus' in node) return node.plus.flatMap(literals)
  return 'compare' in node ? [node.compare[0], node.compare[2]].flatMap(literals) : []
}

describe('the catalogue of rules', () => {
  it('has every line once in each version, and no two versions on one day', () => {
    const names = CATALOGUE.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
    const overlapping = CATALOGUE.filter((rule) =>
      CATALOGUE.some(
        (other) =>
          other !== rule &&
          [other.id, other.line, other.city].join() === [rule.id, rule.line, rule.city].join() &&
          other.effectiveFrom <= rule.effectiveFrom &&
          (other.effectiveTo === undefined || other.effectiveTo >= rule.effectiveFrom),
      ),
    )
    expect(overlapping.map(nameOf)).toEqual([])
  })
  it('reads parameters that there are, and has no number of the law as a literal', () => {
    const keys = new Set<string>(RELEASED.map(({ key }) => key))
    expect(CATALOGUE.flatMap(parametersOf).filter((key) => !keys.has(key))).toEqual([])
    expect(CATALOGUE.filter(({ when }) => literals(when).some((number) => number > 1)).map(nameOf)).toEqual([])
  })
  it('keeps what is hardly remembered behind a switch that is off', () => {
    const unsure = CATALOGUE.filter(({ certainty }) => certainty === 'L')
    expect(unsure.map(({ id }) => id)).toEqual(['SH-OCC-10', 'SH-OCC-11', 'SH-OCC-11'])
    const switches = RELEASED.filter(({ key }) => unsure.some(({ enabledBy }) => enabledBy === key))
    expect(switches.map(({ value }) => value)).toEqual([false, false])
  })
  it('says everything in words of the people who read it', () => {
    const texts = CATALOGUE.flatMap(({ when, message, title }) => [conditionText(when), messageText(message), title])
    expect(texts.filter((text) => /[{}]|[a-z]{3,}|［[a-z]/i.test(text))).toEqual([])
    expect(
      CATALOGUE.filter(({ actions, when }) => Object.keys(actions).length > 0 && conditionText(when) === ''),
    ).toEqual([])
  })
  it('names every number with its unit, and lets those be recorded that the rules read', () => {
    expect(RELEASED.filter(({ key }) => !PARAMETER_NAMES[key])).toEqual([])
    const read = new Set(CATALOGUE.flatMap(parametersOf))
    // One is read by the desk itself: whether the committee looks first.
    expect(Object.keys(RECORDABLE).filter((key) => key !== 'filing.committee_check' && !read.has(key))).toEqual([])
  })
})
