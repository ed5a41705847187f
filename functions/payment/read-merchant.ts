import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { UseCase } from '../http/use-case'
import { findMerchant } from './payment.store'
import { viewMerchant } from './set-merchant'

/** 我的收款商户. */
export const readMerchant: UseCase<typeof paymentRoutes.readMerchant> = async (_input, { actor, store }) =>
  viewMerchant(await findMerchant(store, actor.holderId))
