import { addMonths, type Day } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { MeterKind } from '@anju/shared/meter/device'
import type { MeterPlace } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { ZHANGJIANG } from './cast'
import { at, type Stage } from './stage'

const MONTHS = 6

interface Plan {
  kind: MeterKind
  place: MeterPlace
  /** Units used in an ordinary month. */
  monthly: number
  twoRates?: boolean
}

/** Main meters of water, electricity and gas, and an electricity meter in each of the let rooms. */
const plansOf = (rooms: readonly string[]): Plan[] => [
  { kind: 'water', place: { kind: 'whole' }, monthly: 7 * rooms.length },
  { kind: 'gas', place: { kind: 'whole' }, monthly: 9 * rooms.length },
  { kind: 'electricity', place: { kind: 'whole' }, monthly: 100 * rooms.length + 45, twoRates: true },
  ...rooms.map((roomNo): Plan => ({ kind: 'electricity', place: { kind: 'room', roomNo }, monthly: 100 })),
]

/** Half a year of readings, the last one a month ago: the next round is due. */
async function playMeter(stage: Stage, who: string, dwelling: Dwelling, plan: Plan, walkNo: number, today: Day) {
  const { kind, place, monthly, twoRates = false } = plan
  const dayOf = (month: number) => addMonths(today, month - MONTHS - 1)
  const startOn = dayOf(0)
  const meterId = stage.newId('mtr', at(startOn), ZHANGJIANG)
  const first = { totalMilli: (1_200 + walkNo * 37) * 1_000, ...(twoRates && { valleyMilli: 400_000 }) }
  await stage.act(
    who,
    meterRoutes,
    'registerMeter',
    {
      dwellingId: dwelling.id,
      meterId,
      kind,
      place,
      twoRates,
      walkNo,
      device: { serialNo: `3101${String(10_000 + walkNo * 731)}`, digits: 5, decimals: 1 },
      first,
      installedOn: startOn,
    },
    at(startOn),
  )
  let { totalMilli, valleyMilli } = first
  for (let month = 1; month <= MONTHS; month++) {
    const use = Math.round(monthly * (0.8 + 0.4 * stage.random()) * 10) * 100
    totalMilli += use
    if (valleyMilli !== undefined) valleyMilli += Math.round(use / 300) * 100
    const on = dayOf(month)
    await stage.act(
      who,
      meterRoutes,
      'recordReading',
      {
        meterId,
        readingId: stage.newId('rdg', at(on)),
        on,
        totalMilli,
        ...(valleyMilli !== undefined && { valleyMilli }),
      },
      at(on),
    )
  }
}

export async function playMeters(stage: Stage, homes: { holder: string; dwelling: Dwelling }[], today: Day) {
  let walkNo = 0
  for (const { holder, dwelling } of homes) {
    const rooms = dwelling.rooms.filter(({ originalUse }) => originalUse === 'bedroom').map(({ roomNo }) => roomNo)
    for (const plan of plansOf(rooms)) await playMeter(stage, holder, dwelling, plan, ++walkNo, today)
  }
}
