import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { UseCase } from '../http/use-case'
import { withWarnings } from './dwelling.store'

/** 房屋详情. */
export const readDwelling: UseCase<typeof dwellingRoutes.readDwelling> = async (_input, { subject, store, now }) =>
  withWarnings(store, subject, now)
