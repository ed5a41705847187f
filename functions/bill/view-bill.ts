import type { Bill } from '@anju/shared/bill/bill'
import type { BillView } from '@anju/shared/bill/bill.routes'
import { lateFeeFen } from '@anju/shared/bill/issue'
import { dayAt, type Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { Actor } from '../http/use-case'

/** A bill with what the lease lets the lessor ask for on top of it. */
export const viewBill = (bill: Bill, now: Instant): BillView => ({ ...bill, lateFeeFen: lateFeeFen(bill, dayAt(now)) })

/** Only the lessor, or who works for them, changes a bill. @throws access.role */
export function asLessor({ lessorId }: Pick<Bill, 'lessorId'>, { holderId }: Actor): void {
  if (lessorId !== holderId) throw new DomainError('access.role')
}
