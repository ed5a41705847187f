import { addNote } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { aboutOf, expectPictures, saveRepair } from './change'
import { actingSide } from './sides'

/** 补充说明和照片. */
export const addRepairNote: UseCase<typeof repairRoutes.addRepairNote> = async (
  { version, text, pictureIds },
  context,
) => {
  const { subject: repair, actor, now, store } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  await expectPictures(store, aboutOf(repair), pictureIds)
  return saveRepair(context, repair, addNote(repair, { text, pictureIds }, side, now), 'repair.noted')
}
