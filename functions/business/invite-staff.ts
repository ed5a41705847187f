import { expectMayAppoint, invite, MOST_STAFF } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { ownRoles } from './own-roles'
import { codeIndexOf, codeOf, invitationRecord, invitationsOf, staffOf, viewInvitation } from './staff.store'

/** 邀请员工: makes a code for one use. */
export const inviteStaff: UseCase<typeof staffRoutes.inviteStaff> = async (
  { invitationId, role },
  { actor, now, store, secrets, cause },
) => {
  expectMayAppoint(ownRoles(actor), role)
  const counts = await Promise.all(
    [staffOf(actor.holderId), invitationsOf(actor.holderId)].map((range) =>
      store.query('state', { ...range, limit: MOST_STAFF }),
    ),
  )
  if (counts.flat().length >= MOST_STAFF) throw new DomainError('staff.limit')
  const codeIndex = codeIndexOf(secrets, codeOf(secrets, invitationId))
  const invitation = invite(
    { id: invitationId, holderId: actor.holderId, role, invitedBy: actor.userId, codeIndex },
    now,
  )
  await store.commit(save(invitationRecord, undefined, invitation, cause('invitation.made')))
  return viewInvitation(secrets, now, invitation)
}
