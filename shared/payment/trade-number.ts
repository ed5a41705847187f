import { composeId, type OrderId, regionOf } from '../id'

/** 商户订单号 takes 32 characters: the region in base 36, then the ULID. */
const REGION_CHARACTERS = 6

/** The number under which WeChat knows an order of ours. */
export const tradeNumberOf = (id: OrderId): string =>
  `${Number(regionOf(id)).toString(36).padStart(REGION_CHARACTERS, '0').toUpperCase()}${id.slice(id.lastIndexOf('_') + 1)}`

/** The order behind a number; undefined where the number is none of ours. */
export function orderIdOf(tradeNumber: string): OrderId | undefined {
  if (!/^[0-9A-Z]{32}$/.test(tradeNumber)) return undefined
  const region = String(Number.parseInt(tradeNumber.slice(0, REGION_CHARACTERS), 36))
  try {
    return composeId('pay', tradeNumber.slice(REGION_CHARACTERS), region)
  } catch {
    return undefined
  }
}

/** 商户退款单号 of the nth refund of an order. */
export const refundNumberOf = (id: OrderId, index: number): string => `${tradeNumberOf(id)}R${index}`
export const orderOfRefund = (refundNumber: string): OrderId | undefined =>
  /^\w{32}R\d{1,2}$/.test(refundNumber) ? orderIdOf(refundNumber.slice(0, 32)) : undefined
