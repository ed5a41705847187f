import { prolong, rename } from '@anju/shared/dwelling/occupation'
import { correct } from '@anju/shared/lease/claim'
import type { claimRoutes } from '@anju/shared/lease/claim.routes'
import { billsOfLease } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { asLessor, lessorAt, saveLease } from './change'
import { changeSpace } from './tenancy-space'

/** 更正未认领的纸面租约: the space follows the term and the name. */
export const correctLease: UseCase<typeof claimRoutes.correctLease> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...written } = input
  const { actor, now, subject: lease, store } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  const [lessor, bills] = await Promise.all([
    lessorAt(lease, context),
    store.query('state', { ...billsOfLease(lease.id), limit: 1 }),
  ])
  const after = correct(lease, written, { lessor, billed: bills.length > 0 }, now)
  const space = await changeSpace(context, lease, (before) => {
    const longer = after.endOn === lease.endOn ? before : prolong(before, lease.id, after.endOn, now)
    return after.lesseeName === lease.lesseeName ? longer : rename(longer, lease.id, after.lesseeName, now)
  })
  return saveLease(context, lease, after, 'lease.corrected', space)
}
