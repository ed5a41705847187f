import { revise } from '@anju/shared/aggregate'
import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { meterRecord } from './meter.store'

/** 调整抄表顺序: its place in the walk. */
export const moveMeter: UseCase<typeof meterRoutes.moveMeter> = async (
  { version, walkNo },
  { now, subject: meter, store, cause },
) => {
  expectVersion(meter, version)
  const after = revise(meter, { walkNo }, now)
  await store.commit(save(meterRecord, meter, after, cause('meter.moved')))
  return after
}
