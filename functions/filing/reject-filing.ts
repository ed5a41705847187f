import { reject, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 不予备案. */
export const rejectFiling: UseCase<typeof filingRoutes.rejectFiling> = async (
  { version, reasons },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = reject(filing, actor.userId, reasons, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.rejected')))
  return viewFiling(after)
}
