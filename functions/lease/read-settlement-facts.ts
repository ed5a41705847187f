import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { heldDepositFen } from '../ledger/ledger.store'
import { asLessor } from './change'

/** 结算所需的账目, out of the lessor's own book. */
export const readSettlementFacts: UseCase<typeof tenancyRoutes.readSettlementFacts> = async (
  _input,
  { actor, subject: lease, store },
) => {
  asLessor(lease, actor)
  return {
    paidRentFen: 0,
    heldDepositFen: await heldDepositFen(store, lease.lessorId, lease.id),
    fees: [],
    deductions: [],
    penaltyWaived: false,
  }
}
