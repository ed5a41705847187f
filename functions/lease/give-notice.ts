import { dayAt } from '@anju/shared/day'
import { giveNotice as leave } from '@anju/shared/dwelling/occupation'
import { giveNotice as give } from '@anju/shared/lease/give-notice'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { openDemands } from '../bill/standing'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { handOf, saveLease } from './change'
import { changeSpace } from './tenancy-space'

/** 退租或解约通知, by either party: the last day is known, and the space is free behind it. */
export const giveNotice: UseCase<typeof tenancyRoutes.giveNotice> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...facts } = input
  const { actor, now, subject: lease, store } = context
  expectVersion(lease, version)
  const demands = facts.ground === 'arrears' ? await openDemands(store, lease.id, dayAt(now)) : []
  const after = give(lease, facts, { ...handOf(actor), demands }, now)
  const space = await changeSpace(context, lease, (before) => leave(before, lease.id, facts.lastOn, now))
  return saveLease(context, lease, after, 'lease.notice_given', space)
}
