import type { Route } from '@anju/shared/contract/route'
import { DomainError, type ErrorCode } from '@anju/shared/errors'
import { isStaff } from '@anju/shared/person/role'
import { covers } from '@anju/shared/region/region'
import type { Actor, Reach } from './use-case'

/** The hats that a route admits, of those that the actor wears: their own, or those for the holder whom they act for. @throws access.role */
export function admit(route: Route, actor: Actor) {
  const hats = actor.person.hats.filter(
    (hat) =>
      (hat.holderId ?? actor.userId) === actor.holderId && route.access !== 'anyone' && route.access.includes(hat.role),
  )
  if (route.access !== 'anyone' && hats.length === 0) throw new DomainError('access.role')
  return hats
}

/**
 * A personal hat reaches what its bearer is a party to, an owner's hat also what its bearer owns, a staff hat what lies in
 * its region. What is out of reach does not
 * exist for the caller: the refusal is the not-found of its kind, so that ids cannot be probed.
 */
export function withinReach(route: Route, actor: Actor, reach: Reach, outOfReach: ErrorCode): void {
  const reached = admit(route, actor).some((hat) =>
    isStaff(hat.role)
      ? reach.region !== undefined && hat.region !== undefined && covers(hat.region, reach.region)
      : reach.parties.includes(actor.holderId) || (hat.role === 'owner' && !!reach.owners?.includes(actor.userId)),
  )
  if (!reached) throw new DomainError(outOfReach)
}
