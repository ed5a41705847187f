import { revise } from '@anju/shared/aggregate'
import { DomainError } from '@anju/shared/errors'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseId } from '@anju/shared/id'
import type { UseCase } from '../http/use-case'
import { find } from '../store/record'
import type { Row, Store } from '../store/store'
import { cardsOf, headLeaseRecord, invitationKey, saveHeadLease } from './head-lease.store'

const cardOf = async (store: Store, { id }: HeadLease) => {
  const [card] = await cardsOf(store, [{ pk: '', sk: '', id }])
  if (!card) throw new DomainError('owner.code')
  return card
}

/**
 * 业主绑定房屋, by a code from the holder. There is no command id: the code is good once, and whoever used it is given the
 * same answer again.
 */
export const bindOwner: UseCase<typeof headLeaseRoutes.bindOwner> = async (
  { code },
  { actor, now, store, secrets, cause },
) => {
  const index = secrets.index('owner-code', code)
  const row = await store.get<Row & { id: HeadLeaseId; until: string }>('state', invitationKey(index))
  const headLease = row && (await find(store, headLeaseRecord, row.id))
  if (!headLease || headLease.invitation?.index !== index) throw new DomainError('owner.code')
  if (headLease.ownerId === actor.userId) return cardOf(store, headLease)
  if (headLease.ownerId) throw new DomainError('owner.bound')
  if (headLease.invitation.until <= now || headLease.holderId === actor.userId) throw new DomainError('owner.code')
  const after = revise(headLease, { ownerId: actor.userId }, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.owner_bound')))
  return cardOf(store, after)
}
