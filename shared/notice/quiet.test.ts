import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock, heldUntil, QuietSettings } from './quiet'
import { Template, templateOf } from './template'

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, half]) => `${String(hour).padStart(2, '0')}:${half}`)
const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-12-31T23:59:59Z') })
  .map((millis) => new Date(millis).toISOString())

describe('quiet hours', () => {
  it.each([
    // 22:00 to 08:00 in Shanghai is 14:00 to 00:00 in UTC.
    ['2026-11-20T13:59:59.000Z', undefined],
    ['2026-11-20T14:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20T16:30:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20T23:59:59.999Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21T00:00:00.000Z', undefined],
  ])('overnight: at %s a message waits until %s', (now, until) =>
    expect(heldUntil({ hours: { from: '22:00', to: '08:00' } }, now)).toBe(until),
  )
  it.each([
    ['2026-11-20T03:59:00.000Z', undefined],
    ['2026-11-20T04:00:00.000Z', '2026-11-20T06:00:00.000Z'],
    ['2026-11-20T06:00:00.000Z', undefined],
  ])('at noon: at %s a message waits until %s', (now, until) =>
    expect(heldUntil({ hours: { from: '12:00', to: '14:00' } }, now)).toBe(until),
  )
  it('end within a day, on the clock that was chosen, and are over when they end', () => {
    fc.assert(
      fc.property(clock, clock, instant, (from, to, now) => {
        fc.pre(from !== to)
        const until = heldUntil({ hours: { from, to } }, now)
        if (!until) return
        const wait = Date.parse(until) - Date.parse(now)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(86_400_000)
        expect(heldUntil({ hours: { from, to } }, until)).toBeUndefined()
      }),
    )
  })
  it('are chosen on the half hour, and never of no length', () => {
    expect(Clock.safeParse('24:00').success).toBe(false)
    expect(Clock.safeParse('08:15').success).toBe(false)
    expect(QuietSettings.safeParse({ quiet: [], hours: { from: '08:00', to: '08:00' } }).success).toBe(false)
    expect(QuietSettings.parse({ quiet: ['bill'] })).toEqual({ quiet: ['bill'] })
  })
})

describe('templates', () => {
  it.each([
    ['bill.added', 'bill'],
    ['bill.demanded', 'arrears'],
    ['bill.payment_recorded', 'payment'],
    ['lease.offered', 'progress'],
    ['lease.notice_given', 'lease_end'],
    ['filing.approved', 'progress'],
    ['message.posted', 'message'],
    ['person.closed', undefined],
    ['bill.issued', undefined],
  ])('%s is told as %s', (kind, template) => expect(templateOf(kind)).toBe(template))
  it('are six, of which WeChat asks for three at once', () => expect(Template.options.length).toBe(6))
})
