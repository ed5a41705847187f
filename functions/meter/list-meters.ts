import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'
import { readMeters } from './meter.store'

/** 一处房屋的表: the main ones, the common part, the rooms. */
export const listMeters: UseCase<typeof meterRoutes.listMeters> = async (_input, { subject: dwelling, store }) => ({
  items: await readMeters(store, dwelling.id),
})
