import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'

/** 一块表, with its latest readings. */
export const readMeter: UseCase<typeof meterRoutes.readMeter> = async (_input, { subject }) => subject
