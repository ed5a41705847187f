import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { recordParameter as check } from '@anju/shared/rule/recorded'
import { RELEASED } from '@anju/shared/rule/released'
import type { ruleRoutes } from '@anju/shared/rule/rule.routes'
import type { UseCase } from '../http/use-case'
import { regionExists } from '../region/region.data'
import { save } from '../store/record'
import { PARAMETERS_A_REGION, parameterRecord, readRecorded } from './rule.store'

/** 录入本地公布的数字, in force from a day to come on. */
export const recordParameter: UseCase<typeof ruleRoutes.recordParameter> = async (
  input,
  { actor, now, store, cause },
) => {
  const { commandId: _command, regionCode: region, parameterId, ...facts } = input
  if (regionOf(parameterId) !== region) throw new DomainError('rule.region_mismatch')
  if (!regionExists(region)) throw new DomainError('region.not_found')
  const there = await readRecorded(store, region)
  if (there.filter((each) => each.region === region).length >= PARAMETERS_A_REGION)
    throw new DomainError('rule.parameter_limit')
  const recorded = check(
    {
      ...facts,
      id: parameterId,
      version: 1,
      createdAt: now,
      revisedAt: now,
      region,
      status: 'recorded',
      recordedBy: actor.userId,
      recordedByName: actor.person.realName ?? '',
    },
    { today: dayAt(now), inForce: [...RELEASED, ...there] },
  )
  await store.commit(save(parameterRecord, undefined, recorded, cause('parameter.recorded')))
  return recorded
}
