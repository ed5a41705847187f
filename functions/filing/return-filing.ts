import { returnForSupplement, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 退回补正. */
export const returnFiling: UseCase<typeof filingRoutes.returnFiling> = async (
  { version, reasons },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = returnForSupplement(filing, actor.userId, reasons, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.returned')))
  return viewFiling(after)
}
