import { DomainError } from '@anju/shared/errors'
import type { caseRoutes } from '@anju/shared/filing/case.routes'
import { viewFiling } from '@anju/shared/filing/filing'
import { regionOf } from '@anju/shared/id'
import { isMade } from '@anju/shared/lease/lifecycle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { beginCase } from './begin-case'
import { filingRecord } from './filing.store'

/** 开始填写: a draft with what the lease and the home already say, or the filing before it. */
export const startFiling: UseCase<typeof caseRoutes.startFiling> = async (
  { filingId, type },
  { actor, now, subject: lease, store, cause },
) => {
  if (!isMade(lease) || !lease.signedAt) throw new DomainError('lease.not_signed')
  if (regionOf(filingId) !== regionOf(lease.id)) throw new DomainError('filing.region_mismatch')
  const filing = await beginCase(store, lease, {
    id: filingId,
    type,
    initiatorRole: actor.holderId === lease.lesseeId ? 'lessee' : 'lessor',
    by: actor.userId,
    now,
  })
  await store.commit(save(filingRecord, undefined, filing, cause('filing.started')))
  return viewFiling(filing)
}
