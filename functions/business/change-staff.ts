import { expectMayAppoint, rolesFor, withRoles } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { find, save } from '../store/record'
import { ownRoles } from './own-roles'

/** 修改员工的身份: says what they are from now on, so that saying it twice changes nothing more. */
export const changeStaff: UseCase<typeof staffRoutes.changeStaff> = async (
  { userId, roles: wanted },
  { actor, now, store, cause },
) => {
  const { holderId } = actor
  const person = await find(store, personRecord, userId)
  const before = person ? rolesFor(person, holderId) : []
  if (!person || before.length === 0) throw new DomainError('staff.not_found')
  const roles = [...new Set(wanted)]
  for (const role of [...before, ...roles]) expectMayAppoint(ownRoles(actor), role)
  const after = withRoles(person, holderId, roles, now)
  if (after !== person) await store.commit(save(personRecord, person, after, cause('staff.changed')))
  return { userId, name: person.realName ?? '', roles: rolesFor(after, holderId) }
}
