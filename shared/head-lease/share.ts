import type { Dwelling } from '../dwelling/dwelling'
import type { DwellingId } from '../id'
import { allocateFen } from '../ledger/allocate'
import type { Entry } from '../ledger/entry'

/** The rent of each home as the contract says it, in fen a month. */
export interface HomeRent {
  dwellingId: DwellingId
  rentFen: number
}
type Measured = Pick<Dwelling, 'id' | 'rooms'>

/** 使用面积 of a home in 0.01 m²; nothing where a bedroom was never measured, since that is no ground to share by. */
function areaOf({ rooms }: Measured): number {
  if (rooms.some(({ originalUse, usableAreaSquareMetres }) => originalUse === 'bedroom' && !usableAreaSquareMetres))
    return 0
  return rooms.reduce((sum, room) => sum + Math.round((room.usableAreaSquareMetres ?? 0) * 100), 0)
}

/**
 * 分摊到各套: what each home of a head lease bears, by the rents that were agreed home by home, otherwise by usable area
 * (rule sheet 8.3), alike where a home is not measured. The last one takes the rest, so that together they are the whole.
 */
export function homeShares(
  amountFen: number,
  dwellingIds: readonly DwellingId[],
  homeRents: readonly HomeRent[] | undefined,
  homes: readonly Measured[],
): NonNullable<Entry['shares']> {
  const areas = dwellingIds.map((id) => homes.find((home) => home.id === id)).map((home) => (home ? areaOf(home) : 0))
  const weights = homeRents
    ? dwellingIds.map((id) => homeRents.find(({ dwellingId }) => dwellingId === id)?.rentFen ?? 0)
    : areas.every((area) => area > 0)
      ? areas
      : areas.map(() => 1)
  const shares = allocateFen(amountFen, weights)
  return dwellingIds.map((dwellingId, index) => ({ dwellingId, amountFen: shares[index] ?? 0 }))
}
