import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { state } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { say } from './say'
import { expectSide, viewFor } from './side'

/** 说明情况: by the other side, or who keeps homes for it. */
export const makeStatement: UseCase<typeof complaintRoutes.makeStatement> = async ({ version, text }, context) => {
  const { actor, now, subject: complaint, store, cause } = context
  expectSide(complaint, actor, 'respondent')
  expectVersion(complaint, version)
  state(complaint, complaint.said, now)
  const { said, changes } = await say(context, complaint, 'statement', text)
  const after = state(complaint, said, now)
  await store.commit([...save(complaintRecord, complaint, after, cause('complaint.stated')), ...changes])
  return viewFor(after, actor)
}
