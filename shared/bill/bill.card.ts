import * as z from 'zod'
import { Bill, isOpen, LineKind } from './bill'

/** Where a bill is found: what is open is either not yet due or overdue. */
export const BillTab = z.enum(['open', 'overdue', 'paid', 'void'])
export type BillTab = z.infer<typeof BillTab>
export const BILL_TAB_NAMES: Record<BillTab, string> = { open: '待收', overdue: '逾期', paid: '已收', void: '作废' }

export function tabOf(bill: Pick<Bill, 'status' | 'overdueOn'>): BillTab {
  if (isOpen(bill)) return bill.overdueOn ? 'overdue' : 'open'
  return bill.status === 'paid' ? 'paid' : 'void'
}

/** What a list says of a bill. */
export const BillCard = Bill.pick({
  id: true,
  leaseId: true,
  dwellingId: true,
  unit: true,
  addressText: true,
  lessorName: true,
  lesseeName: true,
  from: true,
  to: true,
  dueOn: true,
  amountFen: true,
  paidFen: true,
  status: true,
  overdueOn: true,
}).extend({ kinds: z.array(LineKind) })
export type BillCard = z.infer<typeof BillCard>

export const cardOf = (bill: Bill): BillCard => ({
  id: bill.id,
  leaseId: bill.leaseId,
  dwellingId: bill.dwellingId,
  unit: bill.unit,
  addressText: bill.addressText,
  lessorName: bill.lessorName,
  lesseeName: bill.lesseeName,
  ...(bill.from && { from: bill.from, to: bill.to }),
  dueOn: bill.dueOn,
  amountFen: bill.amountFen,
  paidFen: bill.paidFen,
  status: bill.status,
  ...(bill.overdueOn && { overdueOn: bill.overdueOn }),
  kinds: [...new Set(bill.lines.map(({ kind }) => kind))],
})
