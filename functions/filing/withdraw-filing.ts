import { viewFiling, withdraw } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 撤回备案. */
export const withdrawFiling: UseCase<typeof filingRoutes.withdrawFiling> = async (
  { version },
  { now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = withdraw(filing, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.withdrawn')))
  return viewFiling(after)
}
