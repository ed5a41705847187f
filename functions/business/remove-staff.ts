import { expectMayAppoint, rolesFor, withRoles } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { find, save } from '../store/record'
import { ownRoles } from './own-roles'
import { departure } from './staff.store'

/** 移除员工: with their next request they reach nothing of the holder's any more; the hand-over note stays. */
export const removeStaff: UseCase<typeof staffRoutes.removeStaff> = async (
  { userId, note },
  { actor, now, store, cause },
) => {
  const { holderId } = actor
  const person = await find(store, personRecord, userId)
  const before = person ? rolesFor(person, holderId) : []
  if (!person || before.length === 0) throw new DomainError('staff.not_found')
  for (const role of before) expectMayAppoint(ownRoles(actor), role)
  await store.commit([
    ...save(personRecord, person, withRoles(person, holderId, [], now), cause('staff.removed')),
    departure(holderId, { userId, roles: before, at: now, by: actor.userId, note }),
  ])
  return { userId, name: person.realName ?? '', roles: [] }
}
