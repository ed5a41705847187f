import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { useMemo } from 'react'
import { usePages } from '../../use-call'
import type { LeasesById } from './entry-words'

/** The leases that I gave, newest first, and the same by their id. */
export function useGivenLeases() {
  const pages = usePages(leaseRoutes.listLeases, { side: 'lessor', limit: 50 })
  const byId: LeasesById = useMemo(() => new Map(pages.items.map((lease) => [lease.id, lease])), [pages.items])
  return { pages, byId }
}
