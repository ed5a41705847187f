import { meterRecord } from '@anju/functions/meter/meter.store'
import { useBetween } from '@anju/shared/meter/device'
import type { Meter } from '@anju/shared/meter/meter'
import type { KeptReading } from '@anju/shared/meter/reading'
import type { Row } from './rows'

/** A meter holds its latest valid readings, and each reading row says what ran since the valid one before. */
export function auditMeters(state: Row[]): string[] {
  const readings = new Map<string, KeptReading[]>()
  for (const row of state)
    if (row.sk.startsWith('reading#')) {
      const { pk: _pk, sk: _sk, ...reading } = row
      readings.set(row.pk, [...(readings.get(row.pk) ?? []), reading as unknown as KeptReading])
    }
  return state
    .filter((row) => row.sk === meterRecord.sk && row.pk.includes('#mtr_'))
    .flatMap((row) => {
      const meter = row as unknown as Meter
      const valid = (readings.get(row.pk) ?? [])
        .filter(({ reversed }) => !reversed)
        .sort((one, other) => one.on.localeCompare(other.on))
      const kept = meter.recent.map(({ id }) => id).join(' ')
      const latest = valid
        .slice(-Math.max(1, meter.recent.length))
        .map(({ id }) => id)
        .join(' ')
      const wrong = valid.filter((reading, index) => {
        const before = valid[index - 1] ?? (valid.length === meter.recent.length ? meter.base : undefined)
        return before && useBetween(meter.devices, before, reading).useMilli !== reading.useMilli
      })
      return [
        ...(kept === latest ? [] : [`${meter.id} keeps the readings ${kept || 'none'}, valid are ${latest || 'none'}`]),
        ...wrong.map(({ id }) => `${id} of ${meter.id} does not say what ran since the reading before`),
      ]
    })
}
