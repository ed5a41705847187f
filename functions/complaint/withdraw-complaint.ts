import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { withdraw } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { expectSide, viewFor } from './side'

/** 撤回投诉. */
export const withdrawComplaint: UseCase<typeof complaintRoutes.withdrawComplaint> = async (
  { version },
  { actor, now, subject: complaint, store, cause },
) => {
  expectSide(complaint, actor, 'reporter')
  expectVersion(complaint, version)
  const after = withdraw(complaint, now)
  await store.commit(save(complaintRecord, complaint, after, cause('complaint.withdrawn')))
  return viewFor(after, actor)
}
