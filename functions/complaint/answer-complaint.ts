import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { answer } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { say } from './say'
import { viewFor } from './side'

/** 答复投诉. */
export const answerComplaint: UseCase<typeof complaintRoutes.answerComplaint> = async (
  { version, outcome, text },
  context,
) => {
  const { actor, now, subject: complaint, store, cause } = context
  expectVersion(complaint, version)
  answer(complaint, actor.userId, outcome, complaint.said, now)
  const { said, changes } = await say(context, complaint, complaint.round === 1 ? 'answer' : 'second_answer', text)
  const after = answer(complaint, actor.userId, outcome, said, now)
  await store.commit([...save(complaintRecord, complaint, after, cause('complaint.answered')), ...changes])
  return viewFor(after, actor)
}
