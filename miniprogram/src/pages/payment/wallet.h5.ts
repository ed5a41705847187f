import type { PaymentParameters } from '@anju/shared/payment/payment.routes'
import { playLoginCode } from '../../auth/sandbox/personas'
import { openPlayedWallet } from '../../auth/sandbox/wallet'

/** In a browser only the played WeChat can pay. */
export const CAN_PAY = SANDBOX

/** Never asked for where nothing can be paid. */
export const payerCode = async (): Promise<string> => (SANDBOX ? playLoginCode() : '')

export const openWallet = async (parameters: PaymentParameters): Promise<boolean> =>
  SANDBOX ? openPlayedWallet(parameters) : false
