import type { Role } from '@anju/shared/person/role'
import type { Actor } from '../http/use-case'

/** The roles that the actor wears for the holder for whom they act. */
export const ownRoles = ({ userId, holderId, person }: Actor): Role[] =>
  person.hats.filter((hat) => (hat.holderId ?? userId) === holderId).map(({ role }) => role)
