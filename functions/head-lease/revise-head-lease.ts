import { dayAt } from '@anju/shared/day'
import { reviseHeadLease as change } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { expectConsent, saveHeadLease, viewOf } from './head-lease.store'
import { sealOwner } from './owner-facts'

/** 修改主租约. */
export const reviseHeadLease: UseCase<typeof headLeaseRoutes.reviseHeadLease> = async (
  input,
  { now, subject: headLease, store, secrets, cause },
) => {
  const {
    commandId: _command,
    headLeaseId: _id,
    version,
    reason,
    ownerName,
    ownerPhone,
    ownerAccount,
    ownerBank,
    ...terms
  } = input
  expectVersion(headLease, version)
  if (terms.consentPictureId !== headLease.consentPictureId)
    await expectConsent(store, terms.consentPictureId, headLease.dwellingIds)
  const owner = sealOwner(secrets, { ownerName, ownerPhone, ownerAccount, ownerBank }, headLease)
  const after = change(headLease, { ...terms, ...owner }, reason, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.revised')))
  return viewOf(store, after, now, dayAt(now))
}
