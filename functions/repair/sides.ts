import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { APPOINTING, HOME_KEEPERS, type Role } from '@anju/shared/person/role'
import { repairParameter } from '@anju/shared/repair/parameters'
import type { Repair, RepairSide } from '@anju/shared/repair/repair'
import type { Actor } from '../http/use-case'

const rolesOf = ({ person, userId, holderId }: Actor): Role[] =>
  person.hats.filter((hat) => (hat.holderId ?? userId) === holderId).map(({ role }) => role)
const hasOne = (actor: Actor, roles: readonly Role[]): boolean => rolesOf(actor).some((role) => roles.includes(role))

/** Whose part the reader has. @throws repair.not_found */
export function sideOf(repair: Repair, { holderId, userId }: Pick<Actor, 'holderId' | 'userId'>): RepairSide {
  if (repair.lessorId === holderId) return 'lessor'
  if (repair.lesseeId === holderId) return 'lessee'
  if (repair.worker?.userId === userId) return 'worker'
  throw new DomainError('repair.not_found')
}

/** Whose part the actor takes; whoever keeps only the book of the lessor takes none. @throws access.role */
export function actingSide(repair: Repair, actor: Actor): RepairSide {
  const side = sideOf(repair, actor)
  if (side === 'lessor' && !hasOne(actor, HOME_KEEPERS)) throw new DomainError('access.role')
  return side
}

/** @throws access.role */
export function expectSide(repair: Repair, actor: Actor, ...sides: RepairSide[]): RepairSide {
  const side = actingSide(repair, actor)
  if (!sides.includes(side)) throw new DomainError('access.role')
  return side
}

/** Up to which amount the actor may agree for the lessor, in fen. */
export function mayAgreeFen(repair: Repair, actor: Actor, now: string): number {
  if (hasOne(actor, APPOINTING)) return Number.POSITIVE_INFINITY
  return hasOne(actor, ['keeper'])
    ? repairParameter('repair.keeper_may_agree_fen', regionOf(repair.id), dayAt(now)).value
    : 0
}
