import type { PaymentParameters } from '@anju/shared/payment/payment.routes'
import type { Hat } from '@anju/shared/person/person'
import { useQuery } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { lost, refusalOf } from '../../call-error'
import { forgetPerson } from '../session'
import { keepToken } from '../token'

/** A person of the demo town. */
export interface Persona {
  key: string
  name: string
  about: string
  hats: Hat[]
}

const KEY = 'persona'

async function ask<T>(path: string, data?: { persona: string } | PaymentParameters): Promise<T> {
  const answer = await Taro.request<T>({
    url: `${API_ORIGIN}/api/sandbox/${path}`,
    method: data ? 'POST' : 'GET',
    ...(data && { data }),
    header: { 'content-type': 'application/json' },
  }).catch((reason: { errMsg?: string }) => {
    throw lost(reason.errMsg ?? '')
  })
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, answer.data)
  return answer.data
}

export const usePersonas = () =>
  useQuery({
    queryKey: ['sandbox', 'personas'],
    queryFn: async () => (await ask<{ items: Persona[] }>('personas')).items,
  })

/** Who is played on this device now. */
export const readPersona = (): string => Taro.getStorageSync<string>(KEY) || ''

export async function logInAs(persona: string): Promise<void> {
  const { token } = await ask<{ token: string }>('login', { persona })
  if (persona !== readPersona()) forgetPerson()
  Taro.setStorageSync(KEY, persona)
  keepToken(token)
}

/** What WeChat's own button would give after a tap on "allow". */
export const takePhoneCode = async (): Promise<string> =>
  (await ask<{ code: string }>('phone-code', { persona: readPersona() })).code

/** What wx.login would give. */
export const playLoginCode = async (): Promise<string> =>
  (await ask<{ code: string }>('login-code', { persona: readPersona() })).code

/** What the payer's phone would do after the password: the played WeChat looks at the signature and moves no money. */
export const playPayment = async (parameters: PaymentParameters): Promise<boolean> =>
  (await ask<{ paid: boolean }>('payment', parameters)).paid
