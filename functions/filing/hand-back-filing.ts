import type { caseRoutes } from '@anju/shared/filing/case.routes'
import { handBack } from '@anju/shared/filing/draft'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 对方不认可: back to who began it, with what is wrong. */
export const handBackFiling: UseCase<typeof caseRoutes.handBackFiling> = async (
  { version, note },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = handBack(filing, actor.holderId, note, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.handed_back')))
  return viewFiling(after)
}
