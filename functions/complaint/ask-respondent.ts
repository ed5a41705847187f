import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { ask } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { say } from './say'
import { viewFor } from './side'

/** 请对方说明情况: in the officer's own words, since the reporter's would tell who they are. */
export const askRespondent: UseCase<typeof complaintRoutes.askRespondent> = async ({ version, text }, context) => {
  const { actor, now, subject: complaint, store, cause } = context
  expectVersion(complaint, version)
  ask(complaint, actor.userId, complaint.said, now)
  const { said, changes } = await say(context, complaint, 'question', text)
  const after = ask(complaint, actor.userId, said, now)
  await store.commit([...save(complaintRecord, complaint, after, cause('complaint.asked')), ...changes])
  return viewFor(after, actor)
}
