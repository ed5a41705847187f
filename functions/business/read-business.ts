import { holderOf } from '@anju/shared/business/business'
import type { businessRoutes } from '@anju/shared/business/business.routes'
import type { UseCase } from '../http/use-case'
import { readStanding, viewBusiness } from './business.store'

/** 经营主体 and what the law still wants of it; a holder who never filled it in is a person. */
export const readBusiness: UseCase<typeof businessRoutes.readBusiness> = async ({ businessId }, { now, store }) => {
  const holderId = holderOf(businessId)
  return viewBusiness(holderId, await readStanding(store, holderId), now)
}
