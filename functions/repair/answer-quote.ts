import { DomainError } from '@anju/shared/errors'
import { answerQuote as answerOf } from '@anju/shared/repair/handle'
import { openQuote } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { expectSide, mayAgreeFen } from './sides'

/** 同意或不同意报价, by the side that pays; a keeper up to what keepers may agree to. */
export const answerQuote: UseCase<typeof repairRoutes.answerQuote> = async ({ version, agreed, answer }, context) => {
  const { subject: repair, actor, now } = context
  const side = expectSide(repair, actor, 'lessor', 'lessee')
  expectVersion(repair, version)
  const amountFen = openQuote(repair)?.amountFen ?? 0
  if (side === 'lessor' && agreed && amountFen > mayAgreeFen(repair, actor, now))
    throw new DomainError('repair.above_you')
  const after = answerOf(repair, { agreed, answer }, { by: actor.userId, side }, now)
  return saveRepair(context, repair, after, agreed ? 'repair.quote_agreed' : 'repair.quote_refused')
}
