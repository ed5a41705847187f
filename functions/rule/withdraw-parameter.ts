import { dayAt } from '@anju/shared/day'
import { withdrawParameter as withdraw } from '@anju/shared/rule/recorded'
import type { ruleRoutes } from '@anju/shared/rule/rule.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { parameterRecord } from './rule.store'

/** 撤回尚未生效的数字. */
export const withdrawParameter: UseCase<typeof ruleRoutes.withdrawParameter> = async (
  { version },
  { now, subject: recorded, store, cause },
) => {
  expectVersion(recorded, version)
  const after = withdraw(recorded, dayAt(now), now)
  await store.commit(save(parameterRecord, recorded, after, cause('parameter.withdrawn')))
  return after
}
