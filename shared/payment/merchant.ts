import * as z from 'zod'
import { type Aggregate, aggregate } from '../aggregate'
import { Day, Instant } from '../day'
import { MerchantId, UserId } from '../id'

export const SubMchId = z
  .string()
  .trim()
  .regex(/^\d{8,10}$/, '特约商户号是 8 到 10 位数字，请在微信支付商户平台查看')
  .meta({ description: '特约商户号, the merchant account of the lessor themselves' })

/**
 * 收款商户: the merchant account of a holder, which belongs to the service provider's merchants. The platform holds no money
 * (条例 arts 25, 36, 44; N-PEN-04): what tenants pay goes there at once.
 */
export const Merchant = z.object({
  id: MerchantId,
  holderId: UserId,
  subMchId: SubMchId.optional().meta({ description: 'absent while the holder takes no payments by WeChat' }),
  checkedAt: Instant.optional().meta({ description: 'when WeChat last knew the number as one of ours' }),
  reconciledUntil: Day.optional().meta({ description: 'the last day whose trade bill was compared' }),
  ...aggregate,
})
export type Merchant = z.infer<typeof Merchant> & Aggregate
