import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../day'
import { DomainError } from '../errors'
import { composeId } from '../id'
import { board, found } from './board'
import { type Dwelling, type Unit, unitsOverlap } from './dwelling'
import * as rules from './occupation'

const TODAY = '2026-11-23'
const NOW = `${TODAY}T04:00:00.000Z`
const ULID = '01HZZZZZZZZZZZZZZZZZZZZZZZ'
const id = <K extends 'lea' | 'lst' | 'dwl'>(kind: K, index = 0) =>
  composeId(kind, `${ULID.slice(0, 22)}${String(index).padStart(4, '0')}`, '310115125')
const WORKS = composeId('wrk', ULID)
const room = (roomNo: string): Unit => ({ kind: 'room', roomNo })
const bed = (bedNo: string): Unit => ({ kind: 'bed', roomNo: 'A', bedNo })
const WHOLE: Unit = { kind: 'whole' }

const home: Dwelling = {
  id: id('dwl'),
  holderId: composeId('usr', ULID),
  address: { townCode: '310115125', road: '藿香路', number: '1', room: '602' },
  addressText: '浦东新区张江镇藿香路1号602室',
  communityName: '听潮苑',
  propertyKind: 'dormitory',
  certificateBedrooms: 2,
  rooms: [
    { roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 20, beds: [{ bedNo: '1' }, { bedNo: '2' }] },
    { roomNo: 'B', originalUse: 'bedroom', usableAreaSquareMetres: 12, beds: [] },
    { roomNo: 'K', originalUse: 'kitchen', usableAreaSquareMetres: 5, beds: [] },
  ],
  version: 1,
  createdAt: '2026-11-01T04:00:00.000Z',
  revisedAt: NOW,
}
const empty: rules.Occupation = {
  id: home.id,
  dwellingId: home.id,
  holderId: home.holderId,
  version: 0,
  createdAt: NOW,
  revisedAt: NOW,
  tenancies: [],
  listings: [],
}
const let_ = (occupation: rules.Occupation, unit: Unit, startOn: Day, endOn: Day, index = 1) =>
  rules.occupy(occupation, { leaseId: id('lea', index), unit, startOn, endOn, lesseeName: '周晓雯' }, NOW)
const works = (unit: Unit, from: Day, to: Day) => ({ id: WORKS, unit, from, to, what: '粉刷墙面' })
const stateOf = (occupation: rules.Occupation, unit: Unit, today = TODAY) =>
  board(home, occupation, today).find((each) => JSON.stringify(each.unit) === JSON.stringify(unit))
const refusal = (code: ConstructorParameters<typeof DomainError>[0]) => new DomainError(code)

describe('the board', () => {
  it('says how long a unit has been vacant: from its registration, or from when it was last handed back', () => {
    expect(stateOf(empty, room('B'))).toEqual({
      unit: room('B'),
      state: 'vacant',
      vacantSince: '2026-11-01',
      vacantDays: 22,
    })
    const left = rules.handBack(let_(empty, room('B'), '2026-01-01', '2026-12-31'), id('lea', 1), '2026-11-20', NOW)
    expect(stateOf(left, room('B'))).toMatchObject({ state: 'vacant', vacantSince: '2026-11-21', vacantDays: 2 })
    expect(stateOf(left, WHOLE)).toMatchObject({ state: 'vacant', vacantSince: '2026-11-21' })
    expect(stateOf(left, room('A'))).toMatchObject({ vacantSince: '2026-11-01' })
  })
  it('does not count days of works as vacant', () => {
    const worked = rules.startWorks(empty, works(room('B'), '2026-11-05', '2026-11-09'), NOW)
    expect(stateOf(worked, room('B'))).toMatchObject({ state: 'vacant', vacantDays: 17 })
  })
  it('tells let, notice given, held over and fitting-out with their days', () => {
    const held = let_(empty, room('B'), '2026-01-01', '2026-12-31')
    expect(stateOf(held, room('B'))).toMatchObject({ state: 'let', until: '2026-12-31', lesseeName: '周晓雯' })
    const notice = rules.giveNotice(held, id('lea', 1), '2026-11-30', NOW)
    expect(stateOf(notice, room('B'))).toMatchObject({ state: 'notice', until: '2026-11-30' })
    const over = rules.holdOver(let_(empty, room('B'), '2025-11-01', '2026-10-31'), id('lea', 1), NOW)
    expect(stateOf(over, room('B'))).toMatchObject({ state: 'held_over', until: '2026-10-31' })
    const worked = rules.startWorks(empty, works(room('B'), TODAY, '2026-12-01'), NOW)
    expect(stateOf(worked, room('B'))).toMatchObject({ state: 'works', until: '2026-12-01', what: '粉刷墙面' })
  })
  it('does not call vacant what is let as part of another unit, and says which', () => {
    const held = let_(empty, bed('1'), '2026-01-01', '2026-12-31')
    expect(stateOf(held, bed('1'))?.state).toBe('let')
    for (const unit of [WHOLE, room('A')])
      expect(stateOf(held, unit)).toEqual({ unit, state: 'covered', coveredBy: bed('1') })
    expect(stateOf(held, bed('2'))?.state).toBe('vacant')
    const whole = let_(empty, WHOLE, '2026-01-01', '2026-12-31')
    for (const unit of [room('A'), room('B'), bed('1')]) expect(stateOf(whole, unit)?.coveredBy).toEqual(WHOLE)
    const listed = rules.advertise(empty, { listingId: id('lst'), unit: room('A') }, TODAY, NOW)
    expect(stateOf(listed, bed('1'))).toMatchObject({ state: 'covered', coveredBy: room('A') })
    expect(stateOf(listed, room('A'))).toMatchObject({ state: 'listed', vacantDays: 22 })
  })
  it('says why a unit may not be let: a kitchen, a bed in a residential community, a room too many', () => {
    expect(stateOf(empty, room('K'))).toMatchObject({ state: 'not_lettable', rules: [{ ruleId: 'SH-OCC-05' }] })
    const flat = board({ ...home, propertyKind: 'residential' }, empty, TODAY)
    expect(flat.find(({ unit }) => unit.kind === 'bed')).toMatchObject({ rules: [{ ruleId: 'SH-OCC-06' }] })
    const held = let_(empty, room('A'), '2026-01-01', '2026-12-31')
    const small = board({ ...home, certificateBedrooms: 1 }, held, TODAY)
    expect(small.find(({ unit }) => unit.kind === 'room' && unit.roomNo === 'B')).toMatchObject({
      state: 'not_lettable',
      rules: [{ ruleId: 'SH-OCC-01' }],
    })
  })
  it('names the first day of the next lease', () => {
    const next = let_(empty, room('B'), '2026-12-01', '2027-11-30')
    expect(stateOf(next, room('B'))).toMatchObject({
      state: 'let',
      nextFrom: '2026-12-01',
      until: '2027-11-30',
    })
    expect(stateOf(next, WHOLE)).toMatchObject({ state: 'vacant', nextFrom: '2026-12-01' })
  })
  it('is found by community, room and tenant', () => {
    const units = board(home, let_(empty, room('B'), '2026-01-01', '2026-12-31'), TODAY)
    for (const search of ['听潮', '602', 'b室', '周晓', '听潮 周晓雯'])
      expect([search, found({ ...home, units }, search)]).toEqual([search, true])
    for (const search of ['百草苑', '听潮 张三']) expect(found({ ...home, units }, search)).toBe(false)
  })
})

describe('who has which part, and when', () => {
  it('lets a unit again from the day after notice, hand-back or the end, and not while held over', () => {
    const held = let_(empty, room('B'), '2026-01-01', '2026-12-31')
    expect(() => let_(held, WHOLE, '2026-12-31', '2027-12-30', 2)).toThrow(refusal('lease.unit_taken'))
    expect(let_(held, WHOLE, '2027-01-01', '2027-12-31', 2).tenancies).toHaveLength(2)
    const notice = rules.giveNotice(held, id('lea', 1), '2026-11-30', NOW)
    const followed = let_(notice, room('B'), '2026-12-01', '2027-11-30', 2)
    expect(() => rules.giveNotice(followed, id('lea', 1), undefined, NOW)).toThrow(refusal('lease.unit_taken'))
    expect(stateOf(rules.giveNotice(notice, id('lea', 1), undefined, NOW), room('B'))?.state).toBe('let')
    const over = rules.holdOver(let_(empty, room('B'), '2025-11-01', '2026-10-31'), id('lea', 1), NOW)
    expect(() => let_(over, room('B'), '2030-01-01', '2030-12-31', 2)).toThrow(refusal('lease.unit_taken'))
    const left = rules.handBack(over, id('lea', 1), TODAY, NOW)
    expect(let_(left, room('B'), '2026-11-24', '2027-11-23', 2).tenancies).toHaveLength(2)
  })
  it('prolongs a lease into free days only', () => {
    const held = let_(let_(empty, room('B'), '2026-01-01', '2026-12-31'), room('B'), '2027-02-01', '2027-12-31', 2)
    expect(() => rules.prolong(held, id('lea', 1), '2027-02-01', NOW)).toThrow(refusal('lease.unit_taken'))
    expect(stateOf(rules.prolong(held, id('lea', 1), '2027-01-31', NOW), room('B'))?.until).toBe('2027-01-31')
  })
  it('lets nothing while it is being fitted out, and fits nothing out while it is let', () => {
    const worked = rules.startWorks(empty, works(room('B'), '2026-12-01', '2026-12-10'), NOW)
    expect(() => let_(worked, WHOLE, '2026-12-10', '2027-12-09')).toThrow(refusal('lease.unit_in_works'))
    expect(let_(worked, room('A'), '2026-12-01', '2027-11-30').tenancies).toHaveLength(1)
    const ended = rules.endWorks(worked, WORKS, '2026-12-05', NOW)
    expect(let_(ended, WHOLE, '2026-12-06', '2027-12-05').tenancies).toHaveLength(1)
    expect(rules.endWorks(worked, WORKS, '2026-11-30', NOW).works).toEqual([])
    expect(() => rules.endWorks(worked, WORKS, '2026-12-11', NOW)).toThrow(refusal('works.days'))
    expect(() => rules.endWorks(empty, WORKS, TODAY, NOW)).toThrow(refusal('works.not_found'))
    expect(() => rules.startWorks(worked, works(WHOLE, '2026-12-10', '2026-12-20'), NOW)).toThrow(
      refusal('works.overlap'),
    )
    expect(() => rules.startWorks(empty, works(WHOLE, '2026-12-10', '2026-12-09'), NOW)).toThrow(refusal('works.days'))
    const held = let_(empty, bed('1'), '2026-01-01', '2026-12-31')
    expect(() => rules.startWorks(held, works(room('A'), '2026-12-31', '2027-01-05'), NOW)).toThrow(
      refusal('works.unit_let'),
    )
  })
  it('advertises again what somebody gave notice of, and nothing that is held', () => {
    const held = let_(empty, room('B'), '2026-01-01', '2026-12-31')
    const advert = { listingId: id('lst'), unit: room('B') }
    expect(() => rules.advertise(held, advert, TODAY, NOW)).toThrow(refusal('listing.unit_let'))
    const notice = rules.advertise(rules.giveNotice(held, id('lea', 1), '2026-11-30', NOW), advert, TODAY, NOW)
    expect(stateOf(notice, room('B'))).toMatchObject({ state: 'notice', listingId: advert.listingId })
  })
  it('keeps its size over the years, and still knows when each unit was last let', () => {
    let occupation = empty
    for (let index = 0; index < 900; index++) {
      const from = addDays('2024-01-01', index)
      // Whoever saves it keeps what was forgotten elsewhere.
      const { forgotten = [], ...kept } = let_(occupation, room('B'), from, from, index)
      expect(forgotten.length).toBeLessThanOrEqual(6)
      occupation = kept
    }
    expect(occupation.tenancies.length).toBeLessThanOrEqual(302)
    expect(JSON.stringify(occupation).length).toBeLessThan(100_000)
    const later = rules.unadvertise({ ...occupation, tenancies: [] }, id('lst'), NOW)
    expect(later.lastLet?.[0]?.on.startsWith('2025')).toBe(true)
  })
  it('never has two tenancies, or a tenancy and works, in the same space on the same day', () => {
    const unit = fc.constantFrom(WHOLE, room('A'), room('B'), bed('1'), bed('2'))
    const step = fc.record({ what: fc.nat(5), unit, from: fc.nat(60), days: fc.nat(30), lease: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let held = empty
        for (const { what, unit: part, from, days, lease } of steps) {
          const [first, last] = [addDays(TODAY, from), addDays(TODAY, from + days)]
          try {
            if (what <= 1 && !held.tenancies.some(({ leaseId }) => leaseId === id('lea', lease)))
              held = let_(held, part, first, last, lease)
            if (what === 2) held = rules.startWorks(held, { ...works(part, first, last), id: WORKS }, NOW)
            if (what === 3) held = rules.giveNotice(held, id('lea', lease), days % 2 ? first : undefined, NOW)
            if (what === 4) held = rules.prolong(held, id('lea', lease), last, NOW)
            const tenancy = held.tenancies.find(({ leaseId }) => leaseId === id('lea', lease))
            if (what === 5 && tenancy && first <= rules.lastDayOf(tenancy))
              held = rules.handBack(held, tenancy.leaseId, first, NOW)
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError)
          }
        }
        for (let day = 0; day < 95; day++) {
          const on = addDays(TODAY, day)
          const taken = [
            ...held.tenancies.filter((tenancy) => rules.isHeldOn(tenancy, on)),
            ...(held.works ?? []).filter((each) => each.from <= on && on <= each.to),
          ]
          const clash = taken.some((one, index) =>
            taken.slice(index + 1).some((other) => unitsOverlap(one.unit, other.unit)),
          )
          expect([on, clash]).toEqual([on, false])
        }
      }),
      { numRuns: 400 },
    )
  })
})
