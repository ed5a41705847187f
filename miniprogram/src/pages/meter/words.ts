import type { Day } from '@anju/shared/day'
import { dialText, MEASURE_NAMES, METER_KIND_NAMES, type MeterKind } from '@anju/shared/meter/device'
import { type MeterPlace, placeName } from '@anju/shared/meter/meter'
import { expectedOn, type RoundStop } from '@anju/shared/meter/round'

export const meterName = ({ kind, place }: { kind: MeterKind; place: MeterPlace }): string =>
  place.kind === 'whole'
    ? `总${METER_KIND_NAMES[kind]}`
    : place.kind === 'common'
      ? `公共${METER_KIND_NAMES[kind]}`
      : `${placeName(place)} ${METER_KIND_NAMES[kind]}`

/** "11月3日" of a day in this year, otherwise with its year. */
export const dayText = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return new Date().getFullYear() === year ? `${month}月${date}日` : `${year}年${month}月${date}日`
}

/** What the dial should show today, as far as its history tells. */
export function expectedText(stop: RoundStop, on: Day): string {
  const range = expectedOn(stop, on)
  if (!range) return '还没有历史，照表抄写'
  const [from, to] = [dialText(range.fromMilli, stop.decimals), dialText(range.toMilli, stop.decimals)]
  return from === to ? `应约 ${from} ${MEASURE_NAMES[stop.kind]}` : `应在 ${from} 至 ${to}`
}
