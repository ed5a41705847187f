import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { UseCase } from '../http/use-case'
import { type Quiet, quietKey, saveQuiet } from './quiet.store'

/** 设置免打扰: holds for what is told from now on. */
export const setQuiet: UseCase<typeof noticeRoutes.setQuiet> = async ({ quiet, hours }, { actor, store }) => {
  const before = await store.get<Quiet>('state', quietKey(actor.userId))
  const after = { quiet: [...new Set(quiet)].sort(), ...(hours && { hours }) }
  await store.commit([saveQuiet(actor.userId, before, after)])
  return after
}
