import { dayAt } from '@anju/shared/day'
import type { caseRoutes } from '@anju/shared/filing/case.routes'
import { layBefore } from '@anju/shared/filing/desk'
import { confirm } from '@anju/shared/filing/draft'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { parametersOf } from '../rule/rule.store'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 对方确认: then it goes to the desk. */
export const confirmFiling: UseCase<typeof caseRoutes.confirmFiling> = async (
  { version },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const parameters = await parametersOf(store, filing.townCode, now)
  const confirmed = confirm(filing, { holder: actor.holderId, hand: actor.userId }, now)
  const after = layBefore(confirmed, parameters, dayAt(now))
  await store.commit(save(filingRecord, filing, after, cause('filing.submitted')))
  return viewFiling(after)
}
