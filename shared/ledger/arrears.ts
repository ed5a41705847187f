import { type Day, daysBetween } from '../day'

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
