import { expectMayAppoint, withdrawInvitation as withdraw } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { ownRoles } from './own-roles'
import { invitationRecord, viewInvitation } from './staff.store'

/** 撤回邀请: its code is worth nothing from now on. */
export const withdrawInvitation: UseCase<typeof staffRoutes.withdrawInvitation> = async (
  { version },
  { actor, now, subject: invitation, store, secrets, cause },
) => {
  expectMayAppoint(ownRoles(actor), invitation.role)
  expectVersion(invitation, version)
  const after = withdraw(invitation, now)
  await store.commit(save(invitationRecord, invitation, after, cause('invitation.withdrawn')))
  return viewInvitation(secrets, now, after)
}
