import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../day'
import type { HeldUnder } from '../dwelling/held-under'
import type { ApprovalId, HeadLeaseId } from '../id'
import { deemedFrom, isDeemed, object, objectUntil } from './knowledge'
import { checkSublease } from './sublease'

const id = 'apv_01M84XCKBCN8CM5E6VSZM2XRXG' as ApprovalId
const under = 'hle_310115125_01M84XCKBCN8CM5E6VSZM2XRXG' as HeadLeaseId
const room = { kind: 'room' as const, roomNo: 'A' }
const known = (knownOn: string) => ({
  id,
  matter: 'sublet' as const,
  dwellingId: 'dwl_310115125_01M84XCKBCN8CM5E6VSZM2XRXG' as never,
  unit: room,
  until: '2027-12-31',
  reason: '',
  status: 'asked' as const,
  askedAt: '2027-01-01T00:00:00.000Z',
  knownOn,
})
const NOW = '2027-07-01T00:00:00.000Z'

/** Knowing of a sublease, the last day to object, the first on which the owner is taken to agree (民法典 201, 202, 718). */
const VECTORS = [
  ['2026-11-23', '2027-05-23', '2027-05-24'],
  ['2026-08-31', '2027-02-28', '2027-03-01'],
  ['2027-08-31', '2028-02-29', '2028-03-01'],
  ['2026-12-31', '2027-06-30', '2027-07-01'],
] as const

describe('an owner who knew and said nothing (N-24, 民法典 718)', () => {
  it.each(VECTORS)('knew on %s, may object until %s, is taken to agree from %s', (knownOn, last, first) => {
    expect([objectUntil(knownOn), deemedFrom(knownOn)]).toEqual([last, first])
    expect([isDeemed(known(knownOn), last), isDeemed(known(knownOn), first)]).toEqual([false, true])
    expect(object([known(knownOn)], id, last, '不同意', NOW)[0]).toMatchObject({ status: 'refused', objectedOn: last })
    expect(() => object([known(knownOn)], id, first, '不同意', NOW)).toThrow('approval.deemed')
  })

  const held: HeldUnder = {
    id: under,
    startOn: '2026-01-01',
    endOn: '2030-12-31',
    subletAllowed: false,
    hasConsent: false,
  }
  const spoken = (on: string, endOn: string, knownOn?: string) =>
    checkSublease(
      { startOn: '2026-09-01', endOn },
      {
        unit: room,
        headLeases: [held],
        agreements: knownOn
          ? [{ id, matter: 'sublet', unit: room, until: '2027-12-31', from: deemedFrom(knownOn), under }]
          : [],
        sublets: true,
        on,
      },
    ).map(({ action }) => action)

  it('lets that sublease stand then, and not before, and not for longer than it was known', () => {
    expect(spoken('2027-05-23', '2027-12-31')).toEqual(['BLOCK'])
    expect(spoken('2027-05-23', '2027-12-31', '2026-11-23')).toEqual(['BLOCK'])
    expect(spoken('2027-05-24', '2027-12-31', '2026-11-23')).toEqual([])
    expect(spoken('2027-05-24', '2028-01-01', '2026-11-23')).toEqual(['BLOCK'])
  })

  it('always has at least 181 days to object, and never both may object and agreed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 400 }), (start, later) => {
        const knownOn = addDays('2021-01-01', start)
        const on = addDays(knownOn, later)
        expect(daysBetween(knownOn, objectUntil(knownOn))).toBeGreaterThanOrEqual(181)
        const mayObject = on <= objectUntil(knownOn)
        expect(isDeemed(known(knownOn), on)).toBe(!mayObject)
      }),
    )
  })
})
