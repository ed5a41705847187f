import { resubmit, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { read, save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'
import { settleOccupants } from './occupants'

/** 补正后重新提交. */
export const resubmitFiling: UseCase<typeof filingRoutes.resubmitFiling> = async ({ version, occupants }, context) => {
  const { actor, now, subject: filing, store, cause } = context
  expectVersion(filing, version)
  const lease = await read(store, leaseRecord, filing.leaseId)
  const settled = await settleOccupants(context, lease, occupants)
  const after = resubmit(filing, settled, actor.userId, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.resubmitted')))
  return viewFiling(after)
}
