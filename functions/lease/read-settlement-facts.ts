import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { readPrepaid } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { heldDepositFen } from '../ledger/ledger.store'
import { asLessor } from './change'
import { billedFacts, leaseBills } from './lease-bills'

/** 结算所需的账目, out of the bills and the lessor's own book. */
export const readSettlementFacts: UseCase<typeof tenancyRoutes.readSettlementFacts> = async (
  _input,
  { actor, subject: lease, store },
) => {
  asLessor(lease, actor)
  const [bills, prepaid, depositFen] = await Promise.all([
    leaseBills(store, lease.id),
    readPrepaid(store, lease.id),
    heldDepositFen(store, lease.lessorId, lease.id),
  ])
  const { paidRentFen, fees } = billedFacts(bills, prepaid?.fen ?? 0)
  return { paidRentFen, heldDepositFen: depositFen, fees: fees.slice(0, 30), deductions: [], penaltyWaived: false }
}
