import type { OrderId } from '@anju/shared/id'

export const orderPath = (id: OrderId) => `/pages/payment/order?id=${id}`
export const DIFFERENCES = '/pages/payment/differences'
