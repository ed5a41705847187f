import { viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type { UseCase } from '../http/use-case'

/** 我的资料. */
export const readMe: UseCase<typeof personRoutes.readMe> = async (_input, { actor }) => viewMe(actor.person)
