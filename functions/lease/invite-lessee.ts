import { inviteLessee as invite } from '@anju/shared/lease/claim'
import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessor, saveLease } from './change'
import { codeChanges } from './claim.store'

/** 邀请租客认领纸面租约: with the code the lessor stands for the text as it is. */
export const inviteLessee: UseCase<typeof claimRoutes.inviteLessee> = async ({ version }, context) => {
  const { actor, now, subject: lease, secrets } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  const after = invite(lease, actor.userId, now)
  return saveLease(context, lease, after, 'lease.lessee_invited', codeChanges(secrets, lease, after))
}
