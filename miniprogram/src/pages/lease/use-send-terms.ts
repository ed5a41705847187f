import { regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { useState } from 'react'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import type { Source } from './draw-up-form'

/** Sends the terms as a new lease, or as the new text of the one on offer; the id of a new lease is made once. */
export function useSendTerms(source: Source) {
  const drawUp = useCommand(leaseRoutes.drawUpLease)
  const revise = useCommand(leaseRoutes.reviseLease)
  const [leaseId] = useState(() => (source.lease ? source.lease.id : newId('lea', regionOf(source.request.dwellingId))))
  const send = (terms: LeaseTerms): Promise<Lease> =>
    source.lease
      ? revise.run({ ...terms, leaseId, version: source.lease.version })
      : drawUp.run({ ...terms, requestId: source.request.id, leaseId })
  return { send, pending: drawUp.pending || revise.pending, error: drawUp.error ?? revise.error }
}
