import { viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import { overrideRule as override } from '@anju/shared/filing/override'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 准予例外, by the supervisor of the town. */
export const overrideRule: UseCase<typeof filingRoutes.overrideRule> = async (
  { version, ruleId, line, reason },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = override(filing, { ruleId, line, reason }, actor.userId, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.rule_overridden')))
  return viewFiling(after)
}
