import { holdOver } from '@anju/shared/dwelling/occupation'
import { expire, giveWay, type Lease, takeOver } from '@anju/shared/lease/lease'
import { lastDayOf, mayMove } from '@anju/shared/lease/lifecycle'
import { type Settle, settled } from '../due/due'
import { find, save } from '../store/record'
import type { Change } from '../store/store'
import { leaseRecord } from './lease.store'
import { takeOverWithDeposit } from './move-deposit'
import { changeSpace } from './tenancy-space'

/** The day after the last one (N-30): who still lives there holds over, a renewal takes over, who never moved in is done. */
export const expireLease: Settle = async (due, { store, now, today, cause }) => {
  const lease = await find(store, leaseRecord, due.id as Lease['id'])
  if (!lease || !mayMove(lease, 'expire') || today <= lastDayOf(lease)) {
    await store.commit([settled(due)])
    return
  }
  const next = lease.renewedBy && (await find(store, leaseRecord, lease.renewedBy))
  if (next && mayMove(lease, 'giveWay') && mayMove(next, 'takeOver')) {
    await takeOverWithDeposit(store, lease, next, cause('ledger.deposit_moved'), [
      ...save(leaseRecord, lease, giveWay(lease, now), cause('lease.renewed')),
      ...save(leaseRecord, next, takeOver(next, lease, now), cause('lease.begun')),
    ])
    return
  }
  const after = expire(lease, now)
  const over = after.status === 'holdover'
  const space: Change[] = over
    ? await changeSpace({ store, now }, lease, (before) => holdOver(before, lease.id, now))
    : []
  // Saving the lease takes the row away: the lease asks for it no longer.
  await store.commit([...save(leaseRecord, lease, after, cause(over ? 'lease.held_over' : 'lease.ended')), ...space])
}
