import type { PaymentParameters } from '@anju/shared/payment/payment.routes'
import Taro from '@tarojs/taro'

/** Whether this device can pay at all. */
export const CAN_PAY = true

/** Which WeChat pays: a code that is good for one use. */
export const payerCode = async (): Promise<string> => (await Taro.login()).code

/** Opens WeChat's own pay sheet. False where the person left it; whether money moved, only the server knows. */
export const openWallet = (parameters: PaymentParameters): Promise<boolean> =>
  Taro.requestPayment(parameters).then(
    () => true,
    () => false,
  )
