import { acceptInvitation } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import { putOnHat, sameHat, viewMe } from '@anju/shared/person/person'
import type { UseCase } from '../http/use-case'
import { nameOf } from '../lease/parties'
import { whileOpen } from '../person/closing'
import { personRecord } from '../person/person.store'
import { find, save } from '../store/record'
import { invitationBy } from './open-invitation'
import { bookTry, codeIndexOf, invitationRecord } from './staff.store'

/**
 * 接受邀请: the hat is put on and the code used up in one transaction. There is no command id: the code itself is good
 * once, and who has used it is given the same answer again.
 */
export const joinStaff: UseCase<typeof staffRoutes.joinStaff> = async (
  { code },
  { actor: { person }, now, store, secrets, cause },
) => {
  // Staff of those who let are known by their real names (SH-CON-14).
  nameOf(person)
  const forget = await bookTry(store, person.id, now)
  const invitation = await invitationBy(store, codeIndexOf(secrets, code))
  const hat = { role: invitation.role, holderId: invitation.holderId }
  if (invitation.usedBy === person.id && person.hats.some((held) => sameHat(held, hat))) return viewMe(person)
  const used = acceptInvitation(invitation, person.id, now)
  const holder = await find(store, personRecord, invitation.holderId)
  if (!holder || holder.closedAt) throw new DomainError('staff.code')
  const after = putOnHat(person, hat, now)
  await store.commit([
    ...save(personRecord, person, after, cause('staff.joined')),
    ...save(invitationRecord, invitation, used, cause('invitation.used')),
    forget,
    ...whileOpen(invitation.holderId),
  ])
  return viewMe(after)
}
