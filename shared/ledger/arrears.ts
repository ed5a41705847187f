import { type Day, daysBetween } from '../day'
import type { Owed } from './owed'

/** 账龄: how long ago something fell due, in days; the last one is open. */
export const AGES = [
  { key: 'not_due', name: '未到期', from: Number.NEGATIVE_INFINITY, to: 0 },
  { key: 'd7', name: '1—7 天', from: 1, to: 7 },
  { key: 'd15', name: '8—15 天', from: 8, to: 15 },
  { key: 'd30', name: '16—30 天', from: 16, to: 30 },
  { key: 'd60', name: '31—60 天', from: 31, to: 60 },
  { key: 'more', name: '60 天以上', from: 61, to: Number.POSITIVE_INFINITY },
] as const
export type Age = (typeof AGES)[number]['key']

/** Days since the due day: 0 on the day itself. */
export const daysOverdue = (dueOn: Day, today: Day): number => daysBetween(dueOn, today)

export const ageOf = (days: number): Age => AGES.find(({ from, to }) => from <= days && days <= to)?.key as Age

type Claim = Pick<Owed, 'leaseId' | 'billId' | 'dueOn' | 'rentFen' | 'feeFen'>

/** Takes from the oldest claims of one kind what was paid for no certain bill. @returns the claims, and how much was taken */
function settleOldest<T extends Claim>(bills: T[], kind: 'rentFen' | 'feeFen', creditFen: number): [T[], number] {
  let left = Math.max(0, creditFen)
  const before = left
  const after = bills.map((bill) => {
    const taken = Math.max(0, Math.min(left, bill[kind]))
    left -= taken
    return { ...bill, [kind]: bill[kind] - taken }
  })
  return [after, before - left]
}

/**
 * What a lease still owes by its bills, where it paid without naming one: the settlement of a lease, or an entry by hand,
 * pays the oldest claim first (民法典 560).
 */
export function paidOldestFirst<T extends Claim>(rows: readonly T[]): T[] {
  const leases = new Map<string, T[]>()
  for (const row of rows) leases.set(row.leaseId, [...(leases.get(row.leaseId) ?? []), row])
  return [...leases.values()].flatMap((own) => {
    const unnamed = own.find(({ billId }) => billId === undefined)
    if (!unnamed) return own
    const bills = own.filter((row) => row !== unnamed).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    const [rentPaid, rentTaken] = settleOldest(bills, 'rentFen', -unnamed.rentFen)
    const [feePaid, feeTaken] = settleOldest(rentPaid, 'feeFen', -unnamed.feeFen)
    return [...feePaid, { ...unnamed, rentFen: unnamed.rentFen + rentTaken, feeFen: unnamed.feeFen + feeTaken }]
  })
}
