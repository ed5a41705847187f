import { addMonths, monthOf } from '@anju/shared/day'
import { today } from '../../lease/lease-words'

export const thisMonth = (): string => monthOf(today())
/** "2026-11" and one → "2026-12". */
export const monthAfter = (month: string, months: number): string => monthOf(addMonths(`${month}-01`, months))

/** "2026 年 11 月". */
export const monthName = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
/** "11 月", and with its year where a year begins. */
export const monthLabel = (month: string, first: boolean): string =>
  first || month.endsWith('-01') ? `${month.slice(2, 4)}年${Number(month.slice(5))}月` : `${Number(month.slice(5))}月`
