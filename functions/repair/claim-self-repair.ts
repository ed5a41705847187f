import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { claim } from '@anju/shared/repair/money'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { aboutOf, expectPictures, saveRepair } from './change'
import { expectSide } from './sides'

/** 自修报销 (民法典 713), with the receipt, once the time of the lessor is over. */
export const claimSelfRepair: UseCase<typeof repairRoutes.claimSelfRepair> = async (
  { version, amountFen, paidOn, note, receiptIds },
  context,
) => {
  const { subject: repair, actor, now, store } = context
  expectSide(repair, actor, 'lessee')
  expectVersion(repair, version)
  if (paidOn > dayAt(now)) throw new DomainError('ledger.future')
  await expectPictures(store, aboutOf(repair), receiptIds)
  const after = claim(repair, { amountFen, paidOn, note, receiptIds }, now)
  return saveRepair(context, repair, after, 'repair.claimed')
}
