/** How the cost of a home is shared out to its rooms (rule sheet 8.3): usable area unless said otherwise. */
export const ALLOCATIONS = ['area', 'rent', 'equal'] as const
export type Allocation = (typeof ALLOCATIONS)[number]
export const ALLOCATION_NAMES: Record<Allocation, string> = { area: '按使用面积', rent: '按租金', equal: '平均' }

/**
 * Shares an amount out by weights, each rounded half up to the fen; the last one takes the rest. Weights are counts, areas in
 * 0.01 m² or fen; where they are nothing together, all are alike.
 */
export function allocateFen(amountFen: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = whole > 0 ? weights : weights.map(() => 1)
  const total = BigInt(whole > 0 ? whole : weights.length)
  const sign = amountFen < 0 ? -1 : 1
  let left = amountFen
  return parts.map((weight, index) => {
    const share =
      index === parts.length - 1
        ? left
        : sign * Number((2n * BigInt(Math.abs(amountFen)) * BigInt(weight) + total) / (2n * total))
    left -= share
    return share
  })
}
