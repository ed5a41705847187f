import { type Book, balanceFen } from '@anju/shared/ledger/book'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { DepositHeld } from '@anju/shared/ledger/owed'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { leaseNames, MOST_NAMED } from './lease-names'
import { depositsOf } from './ledger.rows'
import { readBooks } from './ledger.store'

/** 押金台账: every deposit that is held, and whether the cash covers them. */
export const readDeposits: UseCase<typeof ledgerRoutes.readDeposits> = async (_input, { actor, now, store }) => {
  const [[all], rows] = await Promise.all([
    readBooks(store, actor.holderId, [{}], now) as Promise<[Book]>,
    store.query<DepositHeld & Row>('state', { ...depositsOf(actor.holderId), limit: MOST_NAMED + 1 }),
  ])
  const held = rows.slice(0, MOST_NAMED)
  const name = await leaseNames(
    store,
    held.map(({ leaseId }) => leaseId),
  )
  const [heldFen, cashFen] = [balanceFen(all, 'deposit_held'), balanceFen(all, 'cash')]
  return {
    heldFen,
    cashFen,
    shortFen: Math.max(heldFen - cashFen, 0),
    items: held.map((deposit) => ({ ...name(deposit.leaseId), heldFen: deposit.heldFen })),
    more: rows.length > held.length,
  }
}
