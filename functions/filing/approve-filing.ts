import { approve, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { approvalChanges } from './certificates.store'

/** 通过备案. */
export const approveFiling: UseCase<typeof filingRoutes.approveFiling> = async (
  { version },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = approve(filing, actor.userId, now)
  await store.commit(await approvalChanges(store, filing, after, { now, cause }))
  return viewFiling(after)
}
