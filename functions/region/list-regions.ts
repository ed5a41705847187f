import { DomainError } from '@anju/shared/errors'
import type { regionRoutes } from '@anju/shared/region/region.routes'
import type { UseCase } from '../http/use-case'
import { childrenOf, regionExists } from './region.data'

/** 下级行政区划. */
export const listRegions: UseCase<typeof regionRoutes.listRegions> = async ({ parent }) => {
  if (parent !== undefined && !regionExists(parent)) throw new DomainError('region.not_found')
  return { items: childrenOf(parent) }
}
