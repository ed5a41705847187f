import { type Invitation, isOpen } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import { DomainError } from '@anju/shared/errors'
import type { InvitationId } from '@anju/shared/id'
import type { UseCase } from '../http/use-case'
import { find } from '../store/record'
import type { Store } from '../store/store'
import { bookTry, codeIndexOf, codeKey, holderNames, invitationRecord } from './staff.store'

/** The invitation that a code names, whatever its state. @throws staff.code */
export async function invitationBy(store: Store, codeIndex: string): Promise<Invitation> {
  const named = await store.get<{ id: InvitationId }>('state', codeKey(codeIndex))
  const invitation = named && (await find(store, invitationRecord, named.id))
  if (!invitation) throw new DomainError('staff.code')
  return invitation
}

/** 查看邀请: who invites, and as what; a wrong code is a try that counts. */
export const openInvitation: UseCase<typeof staffRoutes.openInvitation> = async (
  { code },
  { actor, now, store, secrets },
) => {
  const forget = await bookTry(store, actor.userId, now)
  const invitation = await invitationBy(store, codeIndexOf(secrets, code))
  if (!isOpen(invitation, now)) throw new DomainError('staff.code')
  const names = await holderNames(store, [invitation.holderId])
  await store.commit([forget])
  const { holderId, role, expiresAt } = invitation
  return { holderName: names.get(holderId) ?? '', role, expiresAt }
}
