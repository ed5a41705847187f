import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { composeId, type MerchantId, regionOf, type UserId } from '@anju/shared/id'
import type { Merchant } from '@anju/shared/payment/merchant'
import type { MerchantView, paymentRoutes } from '@anju/shared/payment/payment.routes'
import { dwellingsOf } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import type { Row, Store } from '../store/store'
import { findMerchant, merchantRecord } from './payment.store'

/** A number that no order has: asking for it tells whether we may ask for the merchant at all. */
const PROBE = 'ANJUMERCHANTPROBE'

export const viewMerchant = (merchant: Merchant | undefined): MerchantView => merchant ?? { version: 0 }

/** 设置收款商户: only a number that WeChat knows as a sub-merchant of the service provider; money goes there and never to us (N-PEN-04). */
export const setMerchant: UseCase<typeof paymentRoutes.setMerchant> = async (
  { version, subMchId },
  { actor, now, store, pay, cause },
) => {
  const before = await findMerchant(store, actor.holderId)
  if (before && before.subMchId === subMchId) return viewMerchant(before)
  if ((before?.version ?? 0) !== version) throw new DomainError('request.changed')
  if (subMchId) await (await pay()).query(subMchId, PROBE)
  const { subMchId: _number, checkedAt: _checked, ...rest } = before ?? (await begin(store, actor.holderId, now))
  const after: Merchant = {
    ...rest,
    ...(subMchId && { subMchId, checkedAt: now }),
    version: version + 1,
    revisedAt: now,
  }
  await store.commit(save(merchantRecord, before, after, cause(subMchId ? 'merchant.set' : 'merchant.unset')))
  return viewMerchant(after)
}

/** A merchant lies where the holder's first home lies, so that its trade bills fall due there. */
async function begin(store: Store, holderId: UserId, now: string): Promise<Merchant> {
  const [home] = await store.query<Row & Pick<Dwelling, 'id'>>('state', { ...dwellingsOf(holderId), limit: 1 })
  if (!home) throw new DomainError('payment.no_home')
  const id: MerchantId = composeId('mch', holderId.slice(4), regionOf(home.id))
  return { id, holderId, version: 0, createdAt: now, revisedAt: now }
}
