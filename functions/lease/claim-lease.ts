import { DomainError } from '@anju/shared/errors'
import { claim } from '@anju/shared/lease/claim'
import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import { giveBills } from '../bill/give-bills'
import type { UseCase } from '../http/use-case'
import { whileOpen } from '../person/closing'
import { expectVersion } from '../store/version'
import { saveLease } from './change'
import { codeChanges, leaseBy, paperKey } from './claim.store'
import { nameOf } from './parties'
import { textHashOf } from './text-hash'

/**
 * 确认并认领纸面租约: from now on a party. The version is the text that was read: where it was corrected meanwhile, it is read
 * again first. The bills that were made before follow, here and through the stream, each in a transaction of its own.
 */
export const claimLease: UseCase<typeof claimRoutes.claimLease> = async ({ leaseId, code, version }, context) => {
  const { actor, now, store, secrets, cause } = context
  const name = nameOf(actor.person)
  const lease = await leaseBy(store, secrets, code)
  if (lease.id !== leaseId) throw new DomainError('lease.invitation_code')
  expectVersion(lease, version)
  const textHash = textHashOf({ ...lease, lesseeId: actor.userId })
  const after = claim(lease, { by: actor.userId, name, textHash }, now)
  await saveLease(context, lease, after, 'lease.claimed', [
    ...codeChanges(secrets, lease, after),
    { table: 'state', remove: paperKey(lease.id) },
    ...whileOpen(actor.userId),
  ])
  await giveBills(store, after, cause('bill.lessee_known'))
  return after
}
