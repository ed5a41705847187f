import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day'
import { type Unit, unitsOverlap } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { afterApproval, type Certificates, NO_CERTIFICATES } from './certificates'
import type { Filing } from './filing'

const FIRST = '2026-01-01'
const unit: fc.Arbitrary<Unit> = fc.oneof(
  fc.constant({ kind: 'whole' } as const),
  fc.constantFrom('A', 'B').map((roomNo) => ({ kind: 'room' as const, roomNo })),
  fc.constantFrom('1', '2').map((bedNo) => ({ kind: 'bed' as const, roomNo: 'A', bedNo })),
)
/** Only what the rule looks at. */
const cases = fc.array(
  fc.record({ unit, from: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 0, max: 20 }) }),
  { maxLength: 12 },
)
const filing = (index: number, part: { unit: Unit; from: number; days: number }, more: Partial<Filing> = {}): Filing =>
  ({
    id: `fil_${index}`,
    type: 'new',
    unit: part.unit,
    startOn: addDays(FIRST, part.from),
    endOn: addDays(FIRST, part.from + part.days),
    ...more,
  }) as unknown as Filing
const whole = { unit: { kind: 'whole' } as const, from: 0, days: 10 }

describe('the filings in force of one home', () => {
  it('never share space on a day, whatever is approved in whatever order', () =>
    fc.assert(
      fc.property(cases, (parts) => {
        let kept: Certificates = NO_CERTIFICATES
        for (const [index, part] of parts.entries())
          try {
            kept = afterApproval(kept, filing(index, part), FIRST)
          } catch (error) {
            if (!(error instanceof DomainError && error.code === 'filing.overlap')) throw error
          }
        for (const one of kept.claims)
          for (const other of kept.claims.filter((each) => each !== one))
            expect(unitsOverlap(one.unit, other.unit) && one.startOn <= other.endOn && other.startOn <= one.endOn).toBe(
              false,
            )
        expect(parts.length === 0 || kept.claims.length > 0).toBe(true)
      }),
    ))
  it('a change takes the place of what it changes, a cancellation frees it, an extension stands beside it', () => {
    const first = afterApproval(NO_CERTIFICATES, filing(1, whole), FIRST)
    const following = (type: Filing['type'], part = whole) =>
      afterApproval(first, filing(2, part, { type, precedingId: 'fil_1' as NonNullable<Filing['precedingId']> }), FIRST)
    expect(following('change').claims.map(({ filingId }) => filingId)).toEqual(['fil_2'])
    expect(following('cancellation').claims).toEqual([])
    expect(following('extension', { ...whole, from: 11 }).claims).toHaveLength(2)
  })
  it('forgets what has long been over', () => {
    const first = afterApproval(NO_CERTIFICATES, filing(1, whole), FIRST)
    expect(afterApproval(first, filing(2, { ...whole, from: 400 }), '2027-03-01').claims).toHaveLength(1)
  })
})
