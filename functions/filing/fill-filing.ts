import type { caseRoutes } from '@anju/shared/filing/case.routes'
import { fill } from '@anju/shared/filing/draft'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'
import { sealOccupants } from './occupants'

/** 保存草稿: numbers that were typed once stay sealed and are not asked for again. */
export const fillFiling: UseCase<typeof caseRoutes.fillFiling> = async (
  { version, details, occupants },
  { now, subject: filing, store, secrets, cause },
) => {
  expectVersion(filing, version)
  const after = fill(filing, { details, occupants: sealOccupants(secrets, occupants, filing.occupants) }, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.filled')))
  return viewFiling(after)
}
