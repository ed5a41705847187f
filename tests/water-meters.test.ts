import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent } from './shared-data'
import { byHistory, figures, isBroken, isCatchUp, judge, readWaterMeters, withRegister } from './water-meters'

/** 1,335 household-months of real meters (DAIAD, CC BY-SA 4.0), each judged before its successor is known. */
describe.runIf(sharedDataPresent)('the detector over real water meters', () => {
  const rows = sharedDataPresent ? readWaterMeters() : []

  it('knows the data: 92 households, 17 broken months', () => {
    expect([rows.length, new Set(rows.map((row) => row.household)).size, rows.filter(isBroken).length]).toEqual([
      1_335, 92, 17,
    ])
  })
  it('with the register at both ends misses none; by history alone most', () => {
    expect(judge(rows, withRegister).missed).toEqual([])
    const alone = judge(rows, byHistory)
    expect(alone.found.length + alone.missed.length).toBe(17)
    expect(alone.found.length).toBeGreaterThan(alone.missed.length)
  })
  it('billing by the register leaves two wrong claims of the 17: the rest is late, not wrong', () => {
    expect(rows.filter((row) => isBroken(row) && !isCatchUp(row)).map((row) => row.household)).toEqual(['H015', 'H051'])
  })
  it('docs/meters.md tells these very figures', () => {
    const text = readFileSync(new URL('../docs/meters.md', import.meta.url), 'utf8')
    expect(/<!-- judged -->([\s\S]*)<!-- end of judged -->/.exec(text)?.[1]?.trim()).toBe(figures(rows))
  })
})
