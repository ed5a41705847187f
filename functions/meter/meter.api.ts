import { regionOf } from '@anju/shared/id'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { chargeUse } from './charge-use'
import { listMeters } from './list-meters'
import { listReadings } from './list-readings'
import { listRound } from './list-round'
import { meterRecord } from './meter.store'
import { moveMeter } from './move-meter'
import { readMeter } from './read-meter'
import { recordReading } from './record-reading'
import { registerMeter } from './register-meter'
import { replaceMeter } from './replace-meter'
import { reverseReading } from './reverse-reading'
import { splitUse } from './split-use'

export const domain = {
  routes: { ...meterRoutes, ...splitRoutes },
  useCases: {
    registerMeter,
    moveMeter,
    replaceMeter,
    recordReading,
    reverseReading,
    readMeter,
    listReadings,
    listMeters,
    listRound,
    splitUse,
    chargeUse,
  } satisfies Fulfilled<typeof meterRoutes & typeof splitRoutes>,
  reach: {
    mtr: async (store, id) => {
      const meter = await read(store, meterRecord, id)
      return { parties: [meter.holderId], region: regionOf(meter.id), subject: meter }
    },
  },
  replay: { mtr: async (id, { store }) => read(store, meterRecord, id) },
} satisfies Domain
