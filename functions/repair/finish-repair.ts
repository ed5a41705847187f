import { finish } from '@anju/shared/repair/handle'
import type { workRoutes } from '@anju/shared/repair/work.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { aboutOf, expectPictures, saveRepair } from './change'
import { expectSide } from './sides'

/** 完工, with pictures and what it cost. */
export const finishRepair: UseCase<typeof workRoutes.finishRepair> = async (
  { version, note, pictureIds, costFen },
  context,
) => {
  const { subject: repair, actor, now, store } = context
  const side = expectSide(repair, actor, 'lessor', 'worker')
  expectVersion(repair, version)
  await expectPictures(store, aboutOf(repair), pictureIds)
  return saveRepair(context, repair, finish(repair, { note, pictureIds, costFen }, side, now), 'repair.finished')
}
