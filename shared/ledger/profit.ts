import { type Dwelling, type Unit, unitKey } from '../dwelling/dwelling'
import { type Allocation, allocateFen } from './allocate'
import type { Book, Sums } from './book'
import { partsOf } from './occupancy'
import { type Results, resultsOf } from './report'

/** What one unit earned: its own entries, and its share of what is the home's. */
export interface UnitProfit {
  unit: Unit
  own: Results
  /** Cost of the home that no unit bears by itself: head rent, fit-out, repairs of the whole. */
  shared: Results
  profit: { accrualFen: number; cashFen: number }
}

const NOTHING: Sums = { totals: {}, cash: {} }
const unitOfKey = (key: string): Unit => {
  const [kind, roomNo = '', bedNo = ''] = key.split(':')
  return kind === 'bed' ? { kind, roomNo, bedNo } : kind === 'room' ? { kind, roomNo } : { kind: 'whole' }
}
const minus = (one: Results, other: Results): Results => ({
  accrual: {
    incomeFen: one.accrual.incomeFen - other.accrual.incomeFen,
    costFen: one.accrual.costFen - other.accrual.costFen,
  },
  cash: { incomeFen: one.cash.incomeFen - other.cash.incomeFen, costFen: one.cash.costFen - other.cash.costFen },
})
const plus = (one: Results, other: Results): Results => minus(one, minus(resultsOf(NOTHING), other))
export const profitOf = ({ accrual, cash }: Results) => ({
  accrualFen: accrual.incomeFen - accrual.costFen,
  cashFen: cash.incomeFen - cash.costFen,
})

/** How much a part weighs: 0.01 m² of its room (a bed its share of it), fen that it earned, or one. */
function weightOf(unit: Unit, dwelling: Pick<Dwelling, 'rooms'>, own: Results, by: Allocation): number {
  if (by === 'rent') return Math.max(own.accrual.incomeFen, 0)
  const room = unit.kind === 'whole' ? undefined : dwelling.rooms.find(({ roomNo }) => roomNo === unit.roomNo)
  const beds = unit.kind === 'bed' ? Math.max(room?.beds.length ?? 1, 1) : 1
  const whole = by === 'area' ? Math.round((room?.usableAreaSquareMetres ?? 0) * 100) : 1
  return Math.round((whole * 1_000) / beds)
}

/**
 * 每间利润: income and cost that name a unit are its own, what the home bears as a whole is shared out by area, rent or
 * equally; the last one takes the rest, so that the units together are the home (rule sheet 8.3). A room that was never
 * measured is no ground for area: then all are alike.
 */
export function unitProfits(
  book: Pick<Book, 'totals' | 'cash' | 'units'>,
  dwelling: Pick<Dwelling, 'rooms'>,
  by: Allocation,
): UnitProfit[] {
  const kept = new Map(Object.entries(book.units ?? {}))
  const known = [...kept.keys()].map(unitOfKey)
  const parts = partsOf(
    dwelling,
    known.filter(({ kind }) => kind !== 'whole' || kept.size === 1),
  )
  const inParts = new Set(parts.map(unitKey))
  const strays = known.filter((unit) => !inParts.has(unitKey(unit)) && unit.kind !== 'whole')
  const units = [...parts, ...strays]
  const own = units.map((unit) => resultsOf(kept.get(unitKey(unit)) ?? NOTHING))
  const left = minus(resultsOf(book), own.reduce(plus, resultsOf(NOTHING)))
  const weights = parts.map((unit, index) => weightOf(unit, dwelling, own[index] as Results, by))
  const measured = by !== 'area' || weights.every((weight) => weight > 0)
  const share = (fen: number) => allocateFen(fen, measured ? weights : weights.map(() => 1))
  const [income, cost] = [share(left.accrual.incomeFen), share(left.accrual.costFen)]
  const [received, paid] = [share(left.cash.incomeFen), share(left.cash.costFen)]
  return units.map((unit, index) => {
    const shared: Results = {
      accrual: { incomeFen: income[index] ?? 0, costFen: cost[index] ?? 0 },
      cash: { incomeFen: received[index] ?? 0, costFen: paid[index] ?? 0 },
    }
    const mine = own[index] as Results
    return { unit, own: mine, shared, profit: profitOf(plus(mine, shared)) }
  })
}
