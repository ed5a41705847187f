import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { accept } from '@anju/shared/complaint/handle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { complaintRecord } from './complaint.store'
import { officerOf, viewFor } from './side'

/** 受理投诉; an officer of the town may take it over from a colleague. */
export const acceptComplaint: UseCase<typeof complaintRoutes.acceptComplaint> = async (
  { version },
  { actor, now, subject: complaint, store, cause },
) => {
  expectVersion(complaint, version)
  const after = accept(complaint, officerOf(actor), now)
  await store.commit(save(complaintRecord, complaint, after, cause('complaint.accepted')))
  return viewFor(after, actor)
}
