import { DomainError } from '@anju/shared/errors'
import { takeOffHat } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import { isTeam } from '@anju/shared/person/role'
import type { UseCase } from '../http/use-case'
import { read, save } from '../store/record'
import { personRecord } from './person.store'

/** 收回工作人员身份. */
export const revokeHat: UseCase<typeof personRoutes.revokeHat> = async ({ userId, hat }, { now, store, cause }) => {
  if (isTeam(hat.role)) throw new DomainError('person.hat_of_holder')
  // Without a personal hat nobody reaches /me any more, not even to close the account.
  if (hat.role === 'tenant') throw new DomainError('person.hat_kept')
  const person = await read(store, personRecord, userId)
  const after = takeOffHat(person, hat, now)
  await store.commit(save(personRecord, person, after, cause('person.hat_revoked')))
  return { userId, hats: after.hats }
}
