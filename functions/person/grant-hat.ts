import { DomainError } from '@anju/shared/errors'
import { putOnHat } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import { isTeam } from '@anju/shared/person/role'
import type { UseCase } from '../http/use-case'
import { regionExists } from '../region/region.data'
import { read, save } from '../store/record'
import { personRecord } from './person.store'

/** 授予工作人员身份. */
export const grantHat: UseCase<typeof personRoutes.grantHat> = async ({ userId, hat }, { now, store, cause }) => {
  if (isTeam(hat.role)) throw new DomainError('person.hat_of_holder')
  if (hat.region !== undefined && !regionExists(hat.region)) throw new DomainError('region.not_found')
  const person = await read(store, personRecord, userId)
  if (person.closedAt) throw new DomainError('person.not_found')
  const after = putOnHat(person, hat, now)
  await store.commit(save(personRecord, person, after, cause('person.hat_granted')))
  return { userId, hats: after.hats }
}
