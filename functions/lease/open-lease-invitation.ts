import { expectInvited } from '@anju/shared/lease/claim'
import type { ClaimableLease, claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { bookTry } from '../business/staff.store'
import type { UseCase } from '../http/use-case'
import { leaseBy } from './claim.store'

/** What somebody sees who was given the code; what is not declared does not leave. */
export const viewClaimable = (lease: Lease): ClaimableLease => ({
  ...lease,
  billsFrom: lease.paper?.billsFrom ?? lease.startOn,
  until: lease.paper?.invitation?.until ?? lease.revisedAt,
})

/** 凭邀请码查看纸面租约; a wrong code is a try that counts. */
export const openLeaseInvitation: UseCase<typeof claimRoutes.openLeaseInvitation> = async (
  { code },
  { actor, now, store, secrets },
) => {
  const forget = await bookTry(store, actor.userId, now)
  const lease = await leaseBy(store, secrets, code)
  expectInvited(lease, actor.userId, now)
  await store.commit([forget])
  return viewClaimable(lease)
}
