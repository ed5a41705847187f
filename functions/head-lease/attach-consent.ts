import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { answer } from '@anju/shared/head-lease/approval'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { expectConsent, saveHeadLease, viewOf } from './head-lease.store'

/** 附业主书面同意: a picture of what the owner signed stands for their answer. */
export const attachConsent: UseCase<typeof headLeaseRoutes.attachConsent> = async (
  { approvalId, pictureId },
  { now, subject: headLease, store, cause },
) => {
  await expectConsent(store, pictureId, headLease.dwellingIds)
  const approvals = answer(headLease.approvals, approvalId, { agreed: true, consentPictureId: pictureId }, now)
  const after = revise(headLease, { approvals }, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.consent_attached')))
  return viewOf(store, after, now, dayAt(now))
}
