import { answerAsCommittee } from '@anju/shared/filing/desk'
import type { deskRoutes } from '@anju/shared/filing/desk.routes'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 居委核查. */
export const checkAsCommittee: UseCase<typeof deskRoutes.checkAsCommittee> = async (
  { version, result, note },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const by = { id: actor.userId, name: actor.person.realName ?? '工作人员' }
  const after = answerAsCommittee(filing, { result, note }, by, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.checked_by_committee')))
  return viewFiling(after)
}
