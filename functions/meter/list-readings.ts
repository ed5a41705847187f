import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { KeptReading } from '@anju/shared/meter/reading'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { readingsOf } from './meter.store'

/** 历次读数, newest first, the reversed ones too. */
export const listReadings: UseCase<typeof meterRoutes.listReadings> = async ({ limit, cursor }, context) =>
  listPage<KeptReading & Row>(context, { ...readingsOf(context.subject.id), limit, cursor })
