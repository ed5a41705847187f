import { viewMe, putOnHat as wear } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { personRecord } from './person.store'

/** 添加个人身份. */
export const putOnHat: UseCase<typeof personRoutes.putOnHat> = async (
  { version, role },
  { actor: { person }, now, store, cause },
) => {
  expectVersion(person, version)
  const after = wear(person, { role }, now)
  await store.commit(save(personRecord, person, after, cause('person.hat_put_on')))
  return viewMe(after)
}
