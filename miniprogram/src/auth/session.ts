import { personRoutes } from '@anju/shared/person/person.routes'
import Taro from '@tarojs/taro'
import { call } from '../call'
import { keepToken } from './token'

/** What stays on this device whoever uses it: a setting for the eyes is no secret. */
const STAYS: readonly string[] = ['care']

/** Changes WeChat's single-use code into a session. */
export async function logIn(code: string): Promise<void> {
  const { token } = await call(personRoutes.logIn, { code })
  keepToken(token)
}

/** All that a person has left on this device goes; what was read goes with the token. */
export function forgetPerson(): void {
  for (const key of Taro.getStorageInfoSync().keys) if (!STAYS.includes(key)) Taro.removeStorageSync(key)
  keepToken('')
}

/** The session ends here even where the server cannot be reached. */
export async function logOut(): Promise<void> {
  await call(personRoutes.logOut, {}).catch(() => undefined)
  forgetPerson()
}
