import { resubmit, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { read, save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'
import { readGround, sealOccupants, settleFacts } from './occupants'

/** 补正后重新提交. */
export const resubmitFiling: UseCase<typeof filingRoutes.resubmitFiling> = async (
  { version, occupants: inputs, details, exceptionReason },
  { actor, now, subject: filing, store, secrets, cause },
) => {
  expectVersion(filing, version)
  const lease = await read(store, leaseRecord, filing.leaseId)
  const ground = await readGround(store, lease, now)
  const occupants = sealOccupants(secrets, inputs, filing.occupants)
  const facts = settleFacts(ground, lease, occupants, now, exceptionReason)
  const after = resubmit(filing, { ...facts, ...(details && { details }) }, actor.userId, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.resubmitted')))
  return viewFiling(after)
}
