import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { layBefore } from '@anju/shared/filing/desk'
import { handIn } from '@anju/shared/filing/draft'
import { viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import { newCase } from '@anju/shared/filing/new-case'
import { regionOf } from '@anju/shared/id'
import { isRunning } from '@anju/shared/lease/lifecycle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectNoOther } from './certificates.store'
import { acceptanceNo, filingRecord, handedInAs } from './filing.store'
import { readGround, sealOccupants, settleFacts } from './occupants'

/** 提交备案 in one go, where what is missing is shown at the window: the law is asked before anything is sent. */
export const submitFiling: UseCase<typeof filingRoutes.submitFiling> = async (
  { filingId, occupants: inputs, exceptionReason },
  { actor, now, subject: lease, store, secrets, cause },
) => {
  if (!isRunning(lease) || !lease.signedAt) throw new DomainError('lease.not_signed')
  if (regionOf(filingId) !== regionOf(lease.id)) throw new DomainError('filing.region_mismatch')
  const occupants = sealOccupants(secrets, inputs)
  const ground = await readGround(store, lease, now)
  const townCode = regionOf(lease.dwellingId)
  const facts = settleFacts(ground, lease, occupants, now, exceptionReason)
  const draft = newCase(lease, {
    id: filingId,
    type: 'new',
    acceptanceNo: acceptanceNo(townCode, filingId, now),
    townCode,
    initiatorRole: actor.holderId === lease.lesseeId ? 'lessee' : 'lessor',
    by: actor.userId,
    now,
  })
  const filing = layBefore(handIn(draft, facts, actor.userId, now), ground.parameters, dayAt(now))
  await expectNoOther(store, filing)
  await store.commit(save(filingRecord, undefined, filing, cause(handedInAs(filing))))
  return viewFiling(filing)
}
