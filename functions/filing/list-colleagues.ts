import type { deskRoutes } from '@anju/shared/filing/desk.routes'
import type { UseCase } from '../http/use-case'
import { colleaguesOn } from './colleagues'

/** 可以转给谁. */
export const listColleagues: UseCase<typeof deskRoutes.listColleagues> = async (
  _input,
  { subject: filing, store },
) => ({
  items: (await colleaguesOn(store, filing)).map(({ id: userId, name }) => ({ userId, name })),
})
