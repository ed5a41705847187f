import { type Bill, isOpen, isOverdue, owedFen } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import { billingTerms } from '@anju/shared/bill/issue'
import { dayAt } from '@anju/shared/day'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { comingBill, MOST_SHOWN } from '@anju/shared/lease/overview'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { DepositHeld } from '@anju/shared/ledger/owed'
import { billRecord, billsOfLease, readPrepaid } from '../bill/bill.store'
import { firstUnbilled } from '../bill/issue-bills'
import { viewBill } from '../bill/view-bill'
import type { UseCase } from '../http/use-case'
import { depositKey } from '../ledger/ledger.rows'
import { countUnread, findMark, latelySaid } from '../message/message.store'
import type { Row } from '../store/store'
import { behind } from './lease.store'
import { currentLease } from './read-lease'

/** Bills that a lease of twenty years may have, and what is charged between them. */
const MOST_BILLS = 1_000

const sum = (bills: BillCard[]): number => bills.reduce((total, bill) => total + owedFen(bill), 0)

/** 我的租约: everything that a party asks about money, in one answer. */
export const readLeaseOverview: UseCase<typeof tenancyRoutes.readLeaseOverview> = async (
  _input,
  { subject, store, now, actor },
) => {
  const today = dayAt(now)
  const [lease, cards, prepaid, deposit, lately, mark] = await Promise.all([
    currentLease(store, subject),
    store.query<BillCard & Row>('state', { ...billsOfLease(subject.id), limit: MOST_BILLS }),
    readPrepaid(store, subject.id),
    store.get<DepositHeld>('state', depositKey(subject.lessorId, subject.id)),
    latelySaid(store, subject.id),
    findMark(store, subject.id, actor.holderId),
  ])
  const open = cards.filter(isOpen)
  const shown = await behind<Bill>(store, billRecord.sk, open.slice(0, MOST_SHOWN))
  const coming = isRunning(lease) ? comingBill(billingTerms(lease), firstUnbilled(lease, cards)) : undefined
  return {
    lease,
    open: shown.map((bill) => viewBill(bill, now)),
    openCount: open.length,
    owedFen: sum(open),
    overdueFen: sum(open.filter((bill) => isOverdue(bill, today))),
    ...(coming && { coming }),
    unreadMessages: countUnread(lately, actor.holderId, mark),
    prepaidFen: prepaid?.fen ?? 0,
    heldDepositFen: deposit?.heldFen ?? 0,
  }
}
