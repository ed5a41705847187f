import type { DwellingId } from '@anju/shared/id'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { meteredHome } from '../tests/let-home'
import { type Citizen, commandId, newId } from '../tests/town'

/** Every route of the meters once, on a meter with a year of readings. */
export async function visitMeters(holder: Citizen, dwellingId: DwellingId): Promise<void> {
  const meterId = await meteredHome(holder, dwellingId)
  const readingId = newId('rdg')
  const read = async (on: string, units: number, id = newId('rdg')) =>
    (
      await holder.call(meterRoutes.recordReading, {
        commandId: commandId(),
        meterId,
        readingId: id,
        on,
        totalMilli: units * 1_000,
      })
    ).value
  for (let month = 1; month <= 9; month++) await read(`2026-0${month}-28`, month * 6)
  let { version } = await read('2026-10-28', 60, readingId)
  const changed = () => ({ commandId: commandId(), meterId, version })
  version = (await holder.call(meterRoutes.reverseReading, { ...changed(), readingId, reason: '抄错了' })).value.version
  version = (await holder.call(meterRoutes.moveMeter, { ...changed(), walkNo: 7 })).value.version
  const device = { serialNo: '2', digits: 5, decimals: 1 }
  const replaced = await holder.call(meterRoutes.replaceMeter, {
    ...changed(),
    on: '2026-10-28',
    final: { totalMilli: 60_000 },
    device,
    first: { totalMilli: 0 },
  })
  void replaced.value
  await read('2026-11-01', 1)
  void (await holder.call(meterRoutes.readMeter, { meterId })).value
  void (await holder.call(meterRoutes.listReadings, { meterId })).value
  void (await holder.call(meterRoutes.listMeters, { dwellingId })).value
  void (await holder.call(meterRoutes.listRound, {})).value
  const split = await holder.call(splitRoutes.splitUse, {
    dwellingId,
    kind: 'water',
    from: '2026-06-30',
    to: '2026-11-01',
    price: { by: 'tariff' },
    mode: 'equal',
    rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
  })
  void split.value
}
