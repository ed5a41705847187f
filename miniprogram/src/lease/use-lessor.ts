import { businessIdOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import type { Lessor } from '@anju/shared/business/lessor'
import { type DwellingId, regionOf, type UserId } from '@anju/shared/id'
import { useCall } from '../use-call'
import { today } from './lease-words'

/** What the rules on the terms of a lease ask about its lessor; until it is read, a person with one home. */
export function useLessor(holderId: UserId, dwellingId: DwellingId): Lessor {
  const { data } = useCall(businessRoutes.readBusiness, { businessId: businessIdOf(holderId) })
  return {
    kind: data?.kind ?? 'person',
    homes: data?.homes ?? 1,
    hasAccount: data?.account !== undefined,
    regionCode: regionOf(dwellingId),
    on: today(),
  }
}
