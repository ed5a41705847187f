import { rolesFor, withRoles } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import { viewMe } from '@anju/shared/person/person'
import type { UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { save } from '../store/record'
import { departure } from './staff.store'

/** 退出团队, by the member of staff themselves. */
export const leaveHolder: UseCase<typeof staffRoutes.leaveHolder> = async (
  { holderId },
  { actor: { person }, now, store, cause },
) => {
  const roles = rolesFor(person, holderId)
  if (roles.length === 0) throw new DomainError('person.hat_not_held')
  const after = withRoles(person, holderId, [], now)
  await store.commit([
    ...save(personRecord, person, after, cause('staff.left')),
    departure(holderId, { userId: person.id, roles, at: now, by: person.id, note: '' }),
  ])
  return viewMe(after)
}
