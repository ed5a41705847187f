import type { PaymentOrder } from '@anju/shared/payment/payment'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Difference } from '@anju/shared/payment/reconcile'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { closePayment } from './close-payment'
import { listBillPayments } from './list-bill-payments'
import { listDifferences } from './list-differences'
import { differenceRecord, paymentRecord } from './payment.store'
import { readMerchant } from './read-merchant'
import { currentPayment, readPayment } from './read-payment'
import { refundPayment } from './refund-payment'
import { resolveDifference } from './resolve-difference'
import { setMerchant } from './set-merchant'
import { startPayment } from './start-payment'

export const domain = {
  routes: paymentRoutes,
  useCases: {
    startPayment,
    listBillPayments,
    readPayment,
    closePayment,
    refundPayment,
    readMerchant,
    setMerchant,
    listDifferences,
    resolveDifference,
  } satisfies Fulfilled<typeof paymentRoutes>,
  reach: {
    pay: async (store, id) => {
      const order: PaymentOrder = await read(store, paymentRecord, id)
      return { parties: [order.payerId, order.lessorId], region: undefined, subject: order }
    },
    dif: async (store, id) => {
      const difference: Difference = await read(store, differenceRecord, id)
      return { parties: [difference.holderId], region: undefined, subject: difference }
    },
  },
  replay: {
    pay: async (id, context) => currentPayment(await read(context.store, paymentRecord, id), context),
    dif: async (id, { store }) => read(store, differenceRecord, id),
  },
} satisfies Domain
