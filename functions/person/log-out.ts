import type { personRoutes } from '@anju/shared/person/person.routes'
import { endSession } from '../http/session'
import type { UseCase } from '../http/use-case'

/** 退出登录: the token is worth nothing from now on. */
export const logOut: UseCase<typeof personRoutes.logOut> = async (_input, { actor, store }) => {
  await store.commit([endSession(actor)])
  return { ended: true }
}
