import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { settlementOf } from '../bill/standing'
import type { UseCase } from '../http/use-case'
import { heldDepositFen } from '../ledger/ledger.store'
import { asLessor } from './change'

/** 结算所需的账目, out of the lessor's own book and the bills of the lease. */
export const readSettlementFacts: UseCase<typeof tenancyRoutes.readSettlementFacts> = async (
  _input,
  { actor, subject: lease, store },
) => {
  asLessor(lease, actor)
  return {
    ...(await settlementOf(store, lease)),
    heldDepositFen: await heldDepositFen(store, lease.lessorId, lease.id),
    deductions: [],
    penaltyWaived: false,
  }
}
