import { personRoutes } from '@anju/shared/person/person.routes'
import { call } from '../call'
import { getLoginCode } from './auth'
import { keepToken } from './token'

export async function logIn(): Promise<void> {
  const { token } = await call(personRoutes.logIn, { code: await getLoginCode() })
  keepToken(token)
}

/** The session ends here even where the server cannot be reached. */
export async function logOut(): Promise<void> {
  try {
    await call(personRoutes.logOut, {})
  } finally {
    keepToken('')
  }
}
