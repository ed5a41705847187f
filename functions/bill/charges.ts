import type { Bill, BillLine } from '@anju/shared/bill/bill'
import type { Charge } from '@anju/shared/bill/bill.routes'
import { lateFeeFen } from '@anju/shared/bill/issue'
import type { Day } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'

/** A charge as a line; a late fee is at most what the lease has agreed for the arrears of this very bill (CT-06). */
export function lineOf(
  { kind, feeKind, amountFen, note, from, to }: Charge,
  bill: Bill | undefined,
  today: Day,
): BillLine {
  if (from && to && to < from)
    throw new DomainError('request.invalid', { fields: [{ path: 'to', message: '截止日不能早于起始日，请修改日期' }] })
  if (kind === 'late_fee' && amountFen > (bill ? lateFeeFen(bill, today) : 0))
    throw new DomainError('bill.late_fee_exceeds')
  return {
    kind,
    ...(feeKind && { feeKind }),
    ...(from && { from }),
    ...(to && { to }),
    note,
    amountFen,
    paidFen: 0,
  }
}
