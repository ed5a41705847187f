import * as z from 'zod'

/*
 * What WeChat Pay v3 says (service-provider mode), as far as we look at it. Amounts are integer fen; times RFC 3339 with
 * their offset, made UTC here.
 */
const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

/** 订单: what WeChat knows of one order of ours. */
export const Trade = z.object({
  sp_mchid: z.string(),
  sub_mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
  transaction_id: z.string().optional(),
  success_time: Time.optional(),
  amount: z.object({ total: z.int(), currency: z.string().default('CNY') }).optional(),
})
export type Trade = z.infer<typeof Trade>

export const RefundState = z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'])

/** 退款. */
export const Refund = z.object({
  refund_id: z.string(),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  status: RefundState,
  success_time: Time.optional(),
  amount: z.object({ refund: z.int(), total: z.int() }),
})
export type Refund = z.infer<typeof Refund>

/** A notification tells a refund in other words than the answer to a query. */
export const RefundTold = z
  .object({
    sub_mchid: z.string(),
    refund_id: z.string(),
    out_refund_no: z.string(),
    out_trade_no: z.string(),
    refund_status: RefundState,
    success_time: Time.optional(),
    amount: z.object({ refund: z.int(), total: z.int() }),
  })
  .transform(({ refund_status, ...rest }) => ({ ...rest, status: refund_status }))

/** The envelope of every notification. */
export const Envelope = z.object({
  id: z.string(),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    original_type: z.string().optional(),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(''),
  }),
})

export const Prepaid = z.object({ prepay_id: z.string().min(1) })
export const BillPlace = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string(),
  download_url: z.url(),
})
export const Failure = z.object({ code: z.string() })
