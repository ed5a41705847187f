import { readFileSync } from 'node:fs'
import { type Bounds, boundsFor, type Period, type Suspicion, suspicionsOf } from '@anju/shared/meter/suspicion'
import { sharedFile } from './shared-data'

/** One month of one household of the DAIAD trial: what was claimed, and where the register stood. Litres. */
export interface HouseholdMonth {
  household: string
  month: string
  claimed: number
  hoursRead: number
  first: number
  last: number
  /** Where the register stood at the end of the month read before. */
  lastBefore: number | undefined
}

export function readWaterMeters(): HouseholdMonth[] {
  const [, ...lines] = readFileSync(sharedFile('water/daiad_water_monthly.csv'), 'utf8').trim().split('\n')
  const rows = lines.map((line) => {
    const [household, month, claimed, , hours, , first, last] = line.split(',') as [string, string, ...string[]]
    return {
      household,
      month,
      claimed: Number(claimed),
      hoursRead: Number(hours),
      first: Number(first),
      last: Number(last),
    }
  })
  return rows.map((row, index) => {
    const before = rows[index - 1]
    return { ...row, lastBefore: before?.household === row.household ? before.last : undefined }
  })
}

/** Broken: what is claimed differs by more than 3 m³ from last register less first register of the month. */
export const isBroken = (row: HouseholdMonth): boolean => Math.abs(row.claimed - (row.last - row.first)) > 3_000

/** Broken, and yet the claim is exactly what the register ran on since it was read the month before. */
export const isCatchUp = (row: HouseholdMonth): boolean =>
  isBroken(row) && row.lastBefore !== undefined && row.claimed === row.last - row.lastBefore

export interface Verdict {
  found: HouseholdMonth[]
  missed: HouseholdMonth[]
  troubled: HouseholdMonth[]
  reasons: Record<Suspicion, { found: number; troubled: number }>
}

type Asked = (row: HouseholdMonth, history: readonly Period[], bounds: Bounds) => Suspicion[]

/** Each household month by month, as it would have been billed: what is refused does not become history. */
export function judge(rows: readonly HouseholdMonth[], asked: Asked): Verdict {
  const bounds = boundsFor('water', '31', '2026-01-01')
  const none = () => ({ found: 0, troubled: 0 })
  const verdict: Verdict = {
    found: [],
    missed: [],
    troubled: [],
    reasons: { went_back: none(), does_not_add_up: none(), jump: none(), beyond_pipe: none() },
  }
  let household = ''
  let history: Period[] = []
  for (const row of rows) {
    if (row.household !== household) history = []
    household = row.household
    const reasons = asked(row, history, bounds)
    const side = isBroken(row) ? ('found' as const) : ('troubled' as const)
    for (const reason of reasons) verdict.reasons[reason][side]++
    if (reasons.length > 0) verdict[side].push(row)
    else {
      history = [...history, { useMilli: row.claimed, days: row.hoursRead / 24 }]
      if (isBroken(row)) verdict.missed.push(row)
    }
  }
  return verdict
}

const claimOf = (row: HouseholdMonth) => ({ useMilli: row.claimed, days: row.hoursRead / 24 })

/** The claimed use and the hours read: no look at the register. */
export const byHistory: Asked = (row, history, bounds) => suspicionsOf(claimOf(row), history, bounds)

/** The same, and where the register stood at both ends of the month. */
export const withRegister: Asked = (row, history, bounds) =>
  suspicionsOf({ ...claimOf(row), registerMilli: row.last - row.first }, history, bounds)

const names = (rows: readonly HouseholdMonth[]) => rows.map((row) => `${row.household} ${row.month}`).join(', ')

/** The figures as docs/meters.md prints them. */
export function figures(rows: readonly HouseholdMonth[]): string {
  const [history, register] = [judge(rows, byHistory), judge(rows, withRegister)]
  const broken = rows.filter(isBroken)
  const good = rows.length - broken.length
  const line = (name: string, { found, troubled }: Verdict) =>
    `| ${name} | ${found.length} of ${broken.length} | ${troubled.length} of ${good} |`
  const reasonLine = (reason: Suspicion, name: string) => {
    const [one, other] = [history.reasons[reason], register.reasons[reason]]
    return `| ${name} | ${one.found} / ${one.troubled} | ${other.found} / ${other.troubled} |`
  }
  return [
    '| what the detector is given | broken months found | good months troubled |',
    '|---|---|---|',
    line('claimed use and time read, against this meter’s own history', history),
    line('… and the register at both ends', register),
    '',
    '| reason (found / good ones troubled) | history only | with the register |',
    '|---|---|---|',
    reasonLine('went_back', 'the register went back'),
    reasonLine('does_not_add_up', 'the claimed use does not add up to the register'),
    reasonLine('jump', 'a day beyond three times the busiest so far'),
    reasonLine('beyond_pipe', 'more than the pipe can carry'),
    '',
    `Missed by history alone: ${names(history.missed)}.`,
    '',
    `Good months troubled by history alone: ${names(history.troubled)}.`,
    '',
    `Of the ${broken.length} broken months, ${broken.filter(isCatchUp).length} claim exactly what the register ran on since it was last read, months before: the water was used, but not in that month. The others: ${names(broken.filter((row) => !isCatchUp(row)))}.`,
  ].join('\n')
}
