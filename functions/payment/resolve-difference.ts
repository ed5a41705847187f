import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { resolve } from '@anju/shared/payment/reconcile'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { differenceRecord } from './payment.store'

/** 处理一条对账差异: a person says what they did about it. */
export const resolveDifference: UseCase<typeof paymentRoutes.resolveDifference> = async (
  { version, note },
  { actor, now, subject: difference, store, cause },
) => {
  expectVersion(difference, version)
  const after = resolve(difference, note, actor.userId, now)
  await store.commit(save(differenceRecord, difference, after, cause('difference.resolved')))
  return after
}
