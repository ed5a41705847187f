import { take, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 受理备案. */
export const takeFiling: UseCase<typeof filingRoutes.takeFiling> = async (
  { version },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = take(filing, actor.userId, actor.person.realName ?? '工作人员', now)
  await store.commit(save(filingRecord, filing, after, cause('filing.taken')))
  return viewFiling(after)
}
