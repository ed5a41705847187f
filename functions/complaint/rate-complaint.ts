import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { rate } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { say } from './say'
import { expectSide, viewFor } from './side'

/** 评价投诉办理: by both sides, each for itself. */
export const rateComplaint: UseCase<typeof complaintRoutes.rateComplaint> = async (
  { version, stars, comment },
  context,
) => {
  const { actor, now, subject: complaint, store, cause } = context
  const side = expectSide(complaint, actor, 'reporter', 'respondent')
  expectVersion(complaint, version)
  rate(complaint, side, stars, complaint.said, now)
  const { said, changes } = await say(context, complaint, `${side}_comment`, comment)
  const after = rate(complaint, side, stars, said, now)
  await store.commit([...save(complaintRecord, complaint, after, cause('complaint.rated')), ...changes])
  return viewFor(after, actor)
}
