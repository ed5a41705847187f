import { dayAt } from '@anju/shared/day'
import { unitKey } from '@anju/shared/dwelling/dwelling'
import { type FilingCard, filingDueOn, isOpen } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { Lease } from '@anju/shared/lease/lease'
import type * as z from 'zod'
import { usePages } from '../use-call'

export type MyFiling = z.infer<typeof FilingCard>

/** The newest of my filings, enough for every lease that is still running. */
export const useMyFilings = (enabled = true) => usePages(filingRoutes.listMyFilings, { limit: 50 }, { enabled })

const alive = (card: MyFiling) => isOpen(card.status) || card.status === 'approved'

/** The case of a lease. A line of the list does not name its lease: the home, both names and the day of signing do. */
export function filingOf(lease: Lease, filings: readonly MyFiling[]): MyFiling | undefined {
  if (!lease.signedAt) return undefined
  const dueOn = filingDueOn(dayAt(lease.signedAt))
  const own = filings.filter(
    (card) =>
      card.dueOn === dueOn &&
      card.addressText === lease.addressText &&
      unitKey(card.unit) === unitKey(lease.unit) &&
      card.lessorName === lease.lessorName &&
      card.lesseeName === lease.lesseeName,
  )
  return own.find(alive) ?? own[0]
}
