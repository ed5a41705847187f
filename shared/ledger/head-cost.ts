/** Months at one rent. */
export interface RentStep {
  months: number
  rentFen: number
}
/** Free days, worth what the rent of those days would have been. */
export interface FreeDays {
  days: number
  rentFen: number
}

const MONTHS_A_YEAR = 12
const DAYS_A_YEAR = 365

/**
 * The cost of a head lease on a straight line (rule sheet 8.3): all rents over the term less the value of the free days, over
 * its months. A free day is worth rent × 12 / 365. `shareFen(totalFen, months, index)` is the cost of one month to the fen.
 */
export function headLeaseCost(
  steps: readonly RentStep[],
  free: readonly FreeDays[] = [],
): { totalFen: number; months: number; monthlyFen: number } {
  const rents = steps.reduce((sum, { months, rentFen }) => sum + months * rentFen, 0)
  const given = free.reduce(
    (sum, { days, rentFen }) => sum + Math.round((rentFen * MONTHS_A_YEAR * days) / DAYS_A_YEAR),
    0,
  )
  const months = steps.reduce((sum, step) => sum + step.months, 0)
  const totalFen = rents - given
  return { totalFen, months, monthlyFen: Math.round(totalFen / months) }
}

/** A rent that rises by some hundredths of a percent every year from a year on, each time on the rent before. */
export const risingRent = (rentFen: number, months: number, fromYear: number, riseBasisPoints: number): RentStep[] => {
  const steps: RentStep[] = []
  for (let passed = 0, rent = rentFen; passed < months; passed += MONTHS_A_YEAR) {
    if (passed / MONTHS_A_YEAR + 1 >= fromYear) rent = Math.round((rent * (10_000 + riseBasisPoints)) / 10_000)
    steps.push({ months: Math.min(MONTHS_A_YEAR, months - passed), rentFen: rent })
  }
  return steps
}
