import { regionOf } from '@anju/shared/id'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { useState } from 'react'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import type { Source } from './draw-up-form'

/** Sends the terms as a new lease, as the new text of the one on offer, as a change, a correction or a renewal; the id of a new lease is made once. */
export function useSendTerms(source: Source) {
  const drawUp = useCommand(leaseRoutes.drawUpLease)
  const revise = useCommand(leaseRoutes.reviseLease)
  const amend = useCommand(tenancyRoutes.proposeAmendment)
  const renew = useCommand(tenancyRoutes.renewLease)
  const correct = useCommand(claimRoutes.correctLease)
  const [madeId] = useState(() => newId('lea', regionOf((source.request ?? source.lease).dwellingId)))
  const send = (
    terms: LeaseTerms,
    { asDraft: draft, lesseeName }: { asDraft: boolean; lesseeName: string },
  ): Promise<Lease> => {
    if (source.request) return drawUp.run({ ...terms, requestId: source.request.id, leaseId: madeId, draft })
    const { id: leaseId, version } = source.lease
    if (source.purpose === 'renew') return renew.run({ ...terms, leaseId, renewalId: madeId })
    if (source.purpose === 'correct') return correct.run({ ...terms, leaseId, version, lesseeName })
    return (source.purpose === 'amend' ? amend : revise).run({ ...terms, leaseId, version })
  }
  const commands = [drawUp, revise, amend, renew, correct]
  return {
    send,
    pending: commands.some(({ pending }) => pending),
    error: commands.find(({ error }) => error)?.error ?? null,
  }
}
