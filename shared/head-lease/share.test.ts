import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DwellingId } from '../id'
import { homeShares } from './share'

const id = (number: number) => `dwl_310115125_${String(number).padStart(26, '0')}` as DwellingId
const home = (number: number, ...areas: (number | null)[]) => ({
  id: id(number),
  rooms: areas.map((usableAreaSquareMetres, index) => ({
    roomNo: String(index),
    originalUse: 'bedroom' as const,
    usableAreaSquareMetres,
    beds: [],
  })),
})
const fens = (shares: { amountFen: number }[]) => shares.map(({ amountFen }) => amountFen)

describe('what each home of a head lease bears', () => {
  it('goes by usable area, and the last one takes the rest', () => {
    const homes = [home(1, 10, 20), home(2, 30), home(3, 30)]
    expect(fens(homeShares(100_000, [id(1), id(2), id(3)], undefined, homes))).toEqual([33_333, 33_333, 33_334])
    expect(fens(homeShares(90_000, [id(1), id(2)], undefined, [home(1, 20), home(2, 10)]))).toEqual([60_000, 30_000])
  })
  it('goes by the rents that were agreed, whatever the areas', () => {
    const rents = [
      { dwellingId: id(2), rentFen: 100_000 },
      { dwellingId: id(1), rentFen: 300_000 },
    ]
    expect(fens(homeShares(800_000, [id(1), id(2)], rents, [home(1, 10), home(2, 90)]))).toEqual([600_000, 200_000])
  })
  it('is alike where a bedroom was never measured', () => {
    expect(fens(homeShares(100_001, [id(1), id(2)], undefined, [home(1, 10, null), home(2, 90)]))).toEqual([
      50_001, 50_000,
    ])
  })
  it('is the whole to the fen, and nobody bears less than nothing', () => {
    const area = fc.integer({ min: 1, max: 900_000 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.array(area, { minLength: 2, maxLength: 10 }),
        (fen, areas) => {
          const homes = areas.map((each, index) => home(index, each))
          const shares = fens(
            homeShares(
              fen,
              homes.map((each) => each.id),
              undefined,
              homes,
            ),
          )
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(fen)
          for (const share of shares.slice(0, -1)) expect(share).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
