import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { reopen } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { say } from './say'
import { expectSide, viewFor } from './side'

/** 申请重新办理: by the reporter, once. */
export const reopenComplaint: UseCase<typeof complaintRoutes.reopenComplaint> = async ({ version, text }, context) => {
  const { actor, now, subject: complaint, store, cause } = context
  expectSide(complaint, actor, 'reporter')
  expectVersion(complaint, version)
  reopen(complaint, complaint.said, now)
  const { said, changes } = await say(context, complaint, 'reopening', text)
  const after = reopen(complaint, said, now)
  await store.commit([...save(complaintRecord, complaint, after, cause('complaint.reopened')), ...changes])
  return viewFor(after, actor)
}
