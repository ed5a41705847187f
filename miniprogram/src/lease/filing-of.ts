import type { FilingCard } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { isInForce, isOpen } from '@anju/shared/filing/states'
import type { Lease } from '@anju/shared/lease/lease'
import type * as z from 'zod'
import { usePages } from '../use-call'

export type MyFiling = z.infer<typeof FilingCard>

/** The newest of my filings, enough for every lease that is still running. */
export const useMyFilings = (enabled = true) => usePages(filingRoutes.listMyFilings, { limit: 50 }, { enabled })

const alive = (card: MyFiling) => isOpen(card.status) || isInForce(card.status)

/** The case of a lease: the one that is alive, else the newest. */
export function filingOf(lease: Lease, filings: readonly MyFiling[]): MyFiling | undefined {
  const own = filings.filter((card) => card.leaseId === lease.id)
  return own.find(alive) ?? own[0]
}
