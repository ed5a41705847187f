import { revise } from '@anju/shared/aggregate'
import { DomainError } from '@anju/shared/errors'
import { viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { personRecord } from './person.store'
import { sealIdentity } from './seal'

/** 填写实名信息: the number is checked, sealed, and never leaves unmasked. */
export const setIdentity: UseCase<typeof personRoutes.setIdentity> = async (
  input,
  { actor: { person }, now, store, secrets, cause },
) => {
  expectVersion(person, input.version)
  const identity = sealIdentity(secrets, input.identityKind, input.identityNumber)
  if ('message' in identity)
    throw new DomainError('request.invalid', { fields: [{ path: 'identityNumber', message: identity.message }] })
  const after = revise(person, { realName: input.realName, identityKind: input.identityKind, identity }, now)
  await store.commit(save(personRecord, person, after, cause('person.identified')))
  return viewMe(after)
}
