import { DomainError } from '@anju/shared/errors'
import type { Person } from '@anju/shared/person/person'
import type { Actor } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { read } from '../store/record'
import type { Store } from '../store/store'

/** The real name of somebody who binds themselves. @throws person.identity_missing */
export function nameOf(person: Person): string {
  if (!person.realName || !person.identity) throw new DomainError('person.identity_missing')
  return person.realName
}

/** The holder for whom the actor acts: mostly themselves. */
export const readHolder = async (store: Store, actor: Actor): Promise<Person> =>
  actor.holderId === actor.userId ? actor.person : read(store, personRecord, actor.holderId)
