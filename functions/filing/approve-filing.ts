import { approve, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 通过备案. */
export const approveFiling: UseCase<typeof filingRoutes.approveFiling> = async (
  { version },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = approve(filing, actor.userId, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.approved')))
  return viewFiling(after)
}
