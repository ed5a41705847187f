import { quote } from '@anju/shared/repair/handle'
import type { workRoutes } from '@anju/shared/repair/work.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { aboutOf, expectPictures, saveRepair } from './change'
import { expectSide, mayAgreeFen } from './sides'

/** 报价: what it costs, why it broke, and so who pays (N-29). */
export const quoteRepair: UseCase<typeof workRoutes.quoteRepair> = async (
  { version, fault, amountFen, finding, pictureIds },
  context,
) => {
  const { subject: repair, actor, now, store } = context
  const side = expectSide(repair, actor, 'lessor', 'worker')
  expectVersion(repair, version)
  await expectPictures(store, aboutOf(repair), pictureIds)
  const agrees = side === 'lessor' && amountFen <= mayAgreeFen(repair, actor, now)
  const after = quote(repair, { fault, amountFen, finding, pictureIds }, { by: actor.userId, side, agrees }, now)
  return saveRepair(context, repair, after, after.status === 'quoted' ? 'repair.quoted' : 'repair.quote_noted')
}
