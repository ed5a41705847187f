import { withdrawInvitation } from '@anju/shared/lease/claim'
import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessor, saveLease } from './change'
import { codeChanges } from './claim.store'

/** 撤回认领邀请. */
export const withdrawLesseeInvitation: UseCase<typeof claimRoutes.withdrawLesseeInvitation> = async (
  { version },
  context,
) => {
  const { actor, now, subject: lease, secrets } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  const after = withdrawInvitation(lease, now)
  return saveLease(context, lease, after, 'lease.invitation_withdrawn', codeChanges(secrets, lease, after))
}
