import { objectTo } from '@anju/shared/lease/claim'
import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import { bookTry } from '../business/staff.store'
import type { UseCase } from '../http/use-case'
import { saveLease } from './change'
import { leaseBy } from './claim.store'
import { viewClaimable } from './open-lease-invitation'

/** 告诉出租方哪里不对. There is no command id: the same words again change nothing. */
export const objectToLease: UseCase<typeof claimRoutes.objectToLease> = async ({ code, words }, context) => {
  const { actor, now, store, secrets } = context
  const forget = await bookTry(store, actor.userId, now)
  const lease = await leaseBy(store, secrets, code)
  const after = objectTo(lease, actor.userId, words, now)
  if (after === lease) await store.commit([forget])
  else await saveLease(context, lease, after, 'lease.objected', [forget])
  return viewClaimable(after)
}
