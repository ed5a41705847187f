import { dayAt } from '@anju/shared/day'
import { replaceDevice } from '@anju/shared/meter/meter'
import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { meterRecord } from './meter.store'

/** 换表: the use goes on over the change. */
export const replaceMeter: UseCase<typeof meterRoutes.replaceMeter> = async (
  input,
  { now, subject: meter, store, cause },
) => {
  expectVersion(meter, input.version)
  const after = replaceDevice(meter, input, dayAt(now), now)
  await store.commit(save(meterRecord, meter, after, cause('meter.replaced')))
  return after
}
