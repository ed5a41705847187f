import { takeOffHat as remove, viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { personRecord } from './person.store'

/** 移除个人身份. */
export const takeOffHat: UseCase<typeof personRoutes.takeOffHat> = async (
  { version, role },
  { actor: { person }, now, store, cause },
) => {
  expectVersion(person, version)
  const after = remove(person, { role }, now)
  await store.commit(save(personRecord, person, after, cause('person.hat_taken_off')))
  return viewMe(after)
}
