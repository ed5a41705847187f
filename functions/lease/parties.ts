import { DomainError } from '@anju/shared/errors'
import type { Person } from '@anju/shared/person/person'

/** The real name of somebody who binds themselves. @throws person.identity_missing */
export function nameOf(person: Person): string {
  if (!person.realName || !person.identity) throw new DomainError('person.identity_missing')
  return person.realName
}
