import { addDays, dayAt } from '@anju/shared/day'
import type { Lease } from '@anju/shared/lease/lease'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../call'
import type { ListedEntry } from './entry-words'

const LIMIT = 50
/** Money may come some days before the lease is written down; nothing of it is older. */
const EARLIEST_DAYS = 60

async function entriesOf(lease: Lease): Promise<ListedEntry[]> {
  const earliest = addDays(dayAt(lease.createdAt), -EARLIEST_DAYS)
  const entries: ListedEntry[] = []
  let cursor: string | undefined
  do {
    const page = await call(ledgerRoutes.listEntries, { limit: LIMIT, ...(cursor && { cursor }) })
    entries.push(...page.items.filter((entry) => entry.leaseId === lease.id))
    const oldest = page.items[page.items.length - 1]
    cursor = oldest && oldest.on >= earliest ? page.next : undefined
  } while (cursor)
  return entries
}

/** What was booked for one lease; the book has no list of that kind, so it is read back to the lease's beginning. */
export const useLeaseEntries = (lease: Lease | undefined) =>
  useQuery<ListedEntry[], Error>({
    queryKey: ['entries of a lease', lease?.id],
    queryFn: () => entriesOf(lease as Lease),
    enabled: lease !== undefined,
  })
