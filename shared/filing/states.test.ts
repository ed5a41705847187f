import { describe, expect, it } from 'vitest'
import {
  DESK_STATUSES,
  type FilingMove,
  FilingStatus,
  isInForce,
  isOpen,
  isPrivate,
  MOVES,
  mayMove,
  moved,
} from './states'

const names = Object.keys(MOVES) as FilingMove[]
const reachable = (from: FilingStatus): Set<FilingStatus> => {
  const seen = new Set<FilingStatus>([from])
  for (const status of seen) for (const name of names) if (mayMove({ status }, name)) seen.add(MOVES[name].to)
  return seen
}

describe('the states of a filing (rule sheet 3.3)', () => {
  const allowed = (status: FilingStatus) =>
    [...new Set(names.filter((name) => mayMove({ status }, name)).map((name) => MOVES[name].to))].sort()
  it.each([
    ['draft', ['awaiting_counterparty', 'submitted', 'withdrawn']],
    ['awaiting_counterparty', ['draft', 'expired', 'submitted', 'withdrawn']],
    ['submitted', ['committee_check', 'in_review', 'withdrawn']],
    ['committee_check', ['in_review', 'submitted', 'withdrawn']],
    ['in_review', ['approved', 'in_review', 'rejected', 'submitted', 'supplement', 'withdrawn']],
    ['supplement', ['expired', 'in_review', 'in_review2', 'withdrawn']],
    ['rejected', ['appealed']],
    ['appealed', ['in_review2', 'withdrawn']],
    ['in_review2', ['appealed', 'approved', 'in_review2', 'rejected', 'supplement', 'withdrawn']],
    ['approved', ['cancelled', 'certified', 'changed', 'expired', 'extended']],
    ['certified', ['cancelled', 'changed', 'expired', 'extended']],
    ['changed', []],
    ['extended', []],
    ['cancelled', []],
    ['expired', ['cancelled', 'extended']],
    ['withdrawn', []],
  ] as const)('%s leads to %j and nowhere else', (status, to) => expect(allowed(status)).toEqual([...to]))

  it('refuses every other move, each with its own sentence', () => {
    let forbidden = 0
    for (const status of FilingStatus.options)
      for (const name of names.filter((each) => !mayMove({ status }, each))) {
        forbidden++
        expect(() => moved({ status }, name)).toThrow(MOVES[name].refusal)
      }
    expect(forbidden).toBeGreaterThan(names.length * 10)
  })
  it('reaches every state from a draft', () =>
    expect([...reachable('draft')].sort()).toEqual([...FilingStatus.options].sort()))
  it('lets no decided case be decided again, but for the appeal', () => {
    for (const status of ['approved', 'certified', 'changed', 'extended', 'cancelled', 'withdrawn'] as const)
      expect([...reachable(status)].some((after) => after === 'in_review' || after === 'rejected')).toBe(false)
  })
  it('shows the desk nothing that was not handed in', () => {
    expect(DESK_STATUSES.filter(isPrivate)).toEqual([])
    for (const status of FilingStatus.options) expect(isOpen(status) && isInForce(status)).toBe(false)
  })
})
