import type { splitRoutes } from '@anju/shared/meter/split.routes'
import type { UseCase } from '../http/use-case'
import { trySplit } from './try-split'

/** 分摊试算: nothing is written. */
export const splitUse: UseCase<typeof splitRoutes.splitUse> = async (question, { now, subject: dwelling, store }) =>
  trySplit(question, dwelling, store, now)
