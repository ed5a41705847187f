import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { UseCase } from '../http/use-case'
import { asLessor } from './change'
import { codeOf } from './claim.store'

/** 认领邀请码, for the lessor, while it holds. */
export const readLesseeInvitation: UseCase<typeof claimRoutes.readLesseeInvitation> = async (
  _input,
  { actor, now, subject: lease, secrets },
) => {
  asLessor(lease, actor)
  const code = codeOf(secrets, lease)
  const until = lease.paper?.invitation?.until
  return code && until && now < until ? { code, until } : {}
}
