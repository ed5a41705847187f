import * as z from 'zod'
import { declare, FileAnswer, PDF, TEXT, XLSX } from '../contract/route'
import { BillId, EntryId, HeadLeaseId, LeaseId } from '../id'
import { Year } from '../ledger/report.view'
import { BOOK_KEEPERS, LEASE_PARTIES } from '../person/role'

/** Everything that is printed. A function of its own answers these paths, so that fonts and printers stay out of the others. */
export const documentRoutes = declare({
  readContract: {
    method: 'GET',
    path: '/documents/leases/{leaseId}/contract',
    summary: '租赁合同文本（PDF）',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: FileAnswer,
    produces: PDF,
    refusals: ['lease.not_found', 'dwelling.not_found'],
  },
  readStatement: {
    method: 'GET',
    path: '/documents/leases/{leaseId}/statement',
    summary: '租约对账单（PDF）',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: FileAnswer,
    produces: PDF,
    refusals: ['lease.not_found'],
  },
  readReceipt: {
    method: 'GET',
    path: '/documents/bills/{billId}/payments/{paymentId}/receipt',
    summary: '一笔收款的收据（PDF）',
    access: LEASE_PARTIES,
    subject: 'billId',
    input: z.object({ billId: BillId, paymentId: EntryId }),
    output: FileAnswer,
    produces: PDF,
    refusals: ['bill.not_found', 'bill.payment_not_found', 'bill.payment_reversed', 'bill.no_receipt'],
  },
  readOwnerStatement: {
    method: 'GET',
    path: '/documents/head-leases/{headLeaseId}/statement',
    summary: '业主对账单（PDF）',
    access: [...BOOK_KEEPERS, 'owner'],
    subject: 'headLeaseId',
    input: z.object({ headLeaseId: HeadLeaseId, year: Year.optional() }),
    output: FileAnswer,
    produces: PDF,
    refusals: ['head_lease.not_found', 'ledger.too_long'],
  },
  readSpreadsheet: {
    method: 'GET',
    path: '/documents/ledger/book.xlsx',
    summary: '账本表格（xlsx）',
    access: BOOK_KEEPERS,
    input: z.object({ year: Year.optional() }),
    output: FileAnswer,
    produces: XLSX,
    refusals: ['ledger.too_long'],
  },
  readJournal: {
    method: 'GET',
    path: '/documents/ledger/book.journal',
    summary: '账本文本（hledger）',
    access: BOOK_KEEPERS,
    input: z.object({ year: Year.optional() }),
    output: FileAnswer,
    produces: TEXT,
    refusals: ['ledger.too_long'],
  },
})
