import * as z from 'zod'
import { declare, making, page, paging } from '../contract/route'
import { Month } from '../day'
import { EntryId, LeaseId } from '../id'
import { BOOK_KEEPERS } from '../person/role'
import { BookView } from './book.view'
import { Entry, LedgerEvent } from './entry'
import { ManualEntry } from './manual'
import { ReceiptFacts } from './receipt'

export const ledgerRoutes = declare({
  recordReceipt: {
    method: 'POST',
    path: '/leases/{leaseId}/receipts',
    summary: '记一笔收款',
    access: BOOK_KEEPERS,
    subject: 'leaseId',
    writes: 'entryId',
    input: z.object({ ...making, entryId: EntryId, ...ReceiptFacts.shape }),
    output: Entry,
    refusals: [
      'lease.not_found',
      'lease.not_signed',
      'ledger.future',
      'ledger.deposit_exceeds',
      'ledger.period_closed',
      'access.role',
      'server.busy',
    ],
  },
  recordEntry: {
    method: 'POST',
    path: '/me/ledger/entries',
    summary: '记一笔账',
    access: BOOK_KEEPERS,
    writes: 'entryId',
    input: z.object({ ...making, entryId: EntryId, ...ManualEntry.shape }),
    output: Entry,
    refusals: [
      'ledger.future',
      'ledger.period_closed',
      'ledger.deposit_exceeds',
      'ledger.deposit_short',
      'lease.not_found',
      'dwelling.not_found',
      'dwelling.no_such_unit',
      'picture.not_found',
      'server.busy',
    ],
  },
  reverseEntry: {
    method: 'POST',
    path: '/me/ledger/entries/{entryId}/reverse',
    summary: '红冲一笔账',
    access: BOOK_KEEPERS,
    writes: 'reversalId',
    input: z.object({ ...making, entryId: EntryId, reversalId: EntryId }),
    output: Entry,
    refusals: [
      'ledger.entry_not_found',
      'ledger.already_reversed',
      'ledger.of_bill',
      'ledger.is_reversal',
      'ledger.deposit_short',
      'server.busy',
    ],
  },
  readBook: {
    method: 'GET',
    path: '/me/ledger',
    summary: '账本',
    access: BOOK_KEEPERS,
    input: z.object({ month: Month.optional() }),
    output: BookView,
  },
  listEntries: {
    method: 'GET',
    path: '/me/ledger/entries',
    summary: '流水',
    access: BOOK_KEEPERS,
    input: z.object({
      month: Month.optional(),
      leaseId: LeaseId.optional(),
      event: LedgerEvent.optional(),
      words: z.string().trim().max(40).optional().meta({ description: 'in the note' }),
      ...paging,
    }),
    output: page(Entry.extend({ reversed: z.boolean() })),
    refusals: ['request.cursor'],
  },
  closeMonth: {
    method: 'POST',
    path: '/me/ledger/close',
    summary: '结账',
    access: BOOK_KEEPERS,
    input: z.object({ month: Month }),
    output: BookView,
    refusals: ['ledger.month_not_over', 'server.busy'],
  },
  readEntry: {
    method: 'GET',
    path: '/me/ledger/entries/{entryId}',
    summary: '一笔账',
    access: BOOK_KEEPERS,
    input: z.object({ entryId: EntryId }),
    output: Entry,
    refusals: ['ledger.entry_not_found'],
  },
})
