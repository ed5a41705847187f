import { addDays, addMonths } from '@anju/shared/day'
import type { CheckId, DwellingId, UserId } from '@anju/shared/id'
import {
  CHECK_ITEMS,
  type CheckKind,
  dueBy,
  goodUntil,
  homeOf,
  nextReminder,
  noUpkeep,
  recordCheck,
  safetyHit,
  type Upkeep,
  upkeepIdOf,
} from '@anju/shared/repair/upkeep'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, ZHANGJIANG } from '../town'

const NOW = '2026-11-23T02:00:00.000Z'
const TODAY = '2026-11-23'
const dwellingId = newId('dwl', ZHANGJIANG) as DwellingId
const holderId = newId('usr') as UserId
const empty = noUpkeep({ dwellingId, holderId, addressText: '藿香路1号' }, NOW)
const items = (kind: CheckKind, wrong: string[] = []) =>
  CHECK_ITEMS[kind].map(({ key }) => ({ key, fine: !wrong.includes(key), note: '' }))
const checked = (upkeep: Upkeep, kind: CheckKind, on: string, wrong: string[] = []) =>
  recordCheck(
    upkeep,
    { kind, on, items: items(kind, wrong), pictureIds: [] },
    { id: newId('chk') as CheckId, by: holderId, today: TODAY },
    NOW,
  )

describe('the upkeep of a home (N-02)', () => {
  it('has ten items of safety, each in words, and one upkeep a home', () => {
    expect(CHECK_ITEMS.safety).toHaveLength(10)
    expect(new Set(CHECK_ITEMS.safety.map(({ key }) => key)).size).toBe(10)
    expect(homeOf(upkeepIdOf(dwellingId))).toBe(dwellingId)
  })
  it.each([
    ['never done', empty, ['N-02', '还没有做过安全自查']],
    ['twelve months ago to the day', checked(empty, 'safety', '2025-11-23').upkeep, undefined],
    ['a day longer', checked(empty, 'safety', '2025-11-22').upkeep, ['N-02', '已超过 12 个月']],
    ['failed in one item', checked(empty, 'safety', TODAY, ['gas']).upkeep, ['N-02', '有项目不合格']],
  ] as const)('a listing after a self-check %s', (_when, upkeep, told) => {
    const hit = safetyHit(upkeep, TODAY)
    expect(hit && [hit.ruleId, hit.action]).toEqual(told && [told[0], 'WARN'])
    if (told) expect(hit?.message).toContain(told[1])
  })
  it.each([
    ['an item missing', items('gas').slice(1)],
    ['an item twice', [...items('gas'), ...items('gas').slice(0, 1)]],
    ['the items of another check', items('fire')],
  ])('refuses %s', (_what, wrong) => {
    const facts = { kind: 'gas' as const, on: TODAY, items: wrong, pictureIds: [] }
    const made = { id: newId('chk') as CheckId, by: holderId, today: TODAY }
    expect(() => recordCheck(empty, facts, made, NOW)).toThrow('upkeep.items')
    expect(() => recordCheck(empty, { ...facts, on: '2026-11-24' }, made, NOW)).toThrow('request.invalid')
  })
  it('an earlier check that is told late does not hide a later one', () => {
    const both = checked(checked(empty, 'fire', '2026-06-01').upkeep, 'fire', '2026-01-01', ['smoke'])
    expect(both.upkeep.latest.fire).toMatchObject({ on: '2026-06-01', passed: true })
    expect(both.check.passed).toBe(false)
  })
  it('what is due, and when to ask again: always later than today, and before it runs out', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((ago) => addDays(TODAY, -ago))
    fc.assert(
      fc.property(day, day, day, (safety, gas, fire) => {
        const upkeep = [
          ['safety', safety],
          ['gas', gas],
          ['fire', fire],
        ].reduce((before, [kind, on]) => checked(before, kind as CheckKind, on as string).upkeep, empty as Upkeep)
        const next = nextReminder(upkeep, TODAY)
        expect(next > TODAY).toBe(true)
        const overdue = dueBy(upkeep, TODAY)
        expect(overdue).toEqual(
          (['safety', 'gas', 'fire'] as const).filter((kind) => (goodUntil(upkeep, kind) as string) < TODAY),
        )
        const first = [safety, gas, fire].sort()[0] as string
        if (dueBy(upkeep, addDays(TODAY, 14)).length === 0) {
          expect(next).toBe(addDays(addMonths(first, 12), -13))
          expect(dueBy(upkeep, addDays(next, 14))).not.toEqual([])
        }
      }),
    )
  })
})
