import { addDays, type Day } from './day'

/**
 * Days off and days worked in their stead, as the State Council's office announces them each November (国务院办公厅
 * 关于部分节假日安排的通知). A weekend is off unless it is worked.
 */
const ANNOUNCED: Record<string, { off: [from: string, to: string][]; worked: string[] }> = {
  '2025': {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}
/** Of a year that is not announced: the days that fall on the same date each year (全国年节及纪念日放假办法 art. 2, 2025). */
const EVERY_YEAR: (typeof ANNOUNCED)[string] = {
  off: [
    ['01-01', '01-01'],
    ['05-01', '05-02'],
    ['10-01', '10-03'],
  ],
  worked: [],
}

/** Whether the days off of its year were announced; otherwise a count of working days may still move by a few days. */
export const isAnnounced = (day: Day): boolean => day.slice(0, 4) in ANNOUNCED

export function isWorkingDay(day: Day): boolean {
  const { off, worked } = ANNOUNCED[day.slice(0, 4)] ?? EVERY_YEAR
  const date = day.slice(5)
  if (off.some(([from, to]) => from <= date && date <= to)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (weekday !== 0 && weekday !== 6) || worked.includes(date)
}

/** The day itself, or the first working day after it: a term that ends on a day off ends on that (Civil Code art. 203). */
export function workingDayFrom(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, 1)
  return on
}

/** The n-th working day after a day, which does not count itself (Civil Code art. 201). */
export function addWorkingDays(day: Day, count: number): Day {
  let on = day
  for (let left = count; left > 0; left--) on = workingDayFrom(addDays(on, 1))
  return on
}
