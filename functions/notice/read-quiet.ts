import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { UseCase } from '../http/use-case'
import { type Quiet, quietKey } from './quiet.store'

/** 免打扰设置; who never chose hears everything at once. */
export const readQuiet: UseCase<typeof noticeRoutes.readQuiet> = async (_input, { actor, store }) =>
  (await store.get<Quiet>('state', quietKey(actor.userId))) ?? { quiet: [] }
