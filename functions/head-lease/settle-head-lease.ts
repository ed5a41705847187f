import { revise } from '@anju/shared/aggregate'
import { type HeadLease, nextOf } from '@anju/shared/head-lease/head-lease'
import type { HeadLeaseId } from '@anju/shared/id'
import { amountFenOf, type Draft, entryOf } from '@anju/shared/ledger/entry'
import { headRentAccrued, headRentDue } from '@anju/shared/ledger/recipes'
import { yuan } from '@anju/shared/money'
import { derivedId } from '../derived-id'
import { type Due, type Morning, type Settle, settled } from '../due/due'
import { postEntries } from '../ledger/ledger.store'
import { putNotice } from '../notice/notice.store'
import { find, save } from '../store/record'
import { headLeaseRecord } from './head-lease.store'
import { sharedBy } from './shared-by'

const read = ({ id }: Due, { store }: Morning) => find(store, headLeaseRecord, id as HeadLeaseId)

/** Books one entry of a head lease and goes on to the next; a row that is no longer the next one is only taken away. */
async function book(
  due: Due,
  { store, now, cause }: Morning,
  headLease: HeadLease,
  seed: string,
  draft: Draft | undefined,
  next: Partial<HeadLease>,
): Promise<void> {
  const why = cause(`head_lease.${due.kind}`)
  const also = save(headLeaseRecord, headLease, revise(headLease, next, now), why)
  if (!draft) return store.commit(also)
  const entry = entryOf(draft, {
    id: derivedId('ent', [headLease.id, seed]),
    ownerId: headLease.holderId,
    by: 'system',
    now,
    headLeaseId: headLease.id,
    ...(await sharedBy(store, headLease, amountFenOf(draft))),
  })
  await postEntries(store, { ownerId: headLease.holderId, entries: [entry], cause: why, also, late: 'move' })
}

/** 应付业主租金 falls due. */
export const settleHeadRent: Settle = async (due, morning) => {
  const headLease = await read(due, morning)
  const next = headLease && nextOf(headLease).due
  if (!headLease || next?.dueOn !== due.day) return morning.store.commit([settled(due)])
  const draft = next.amountFen > 0 ? headRentDue({ on: next.dueOn, amountFen: next.amountFen }) : undefined
  await book(due, morning, headLease, `due-${next.index}`, draft, { dueNext: headLease.dueNext + 1 })
}

/** 租金成本, month by month on the straight line. */
export const settleHeadCost: Settle = async (due, morning) => {
  const headLease = await read(due, morning)
  const next = headLease && nextOf(headLease).accrual
  if (!headLease || next?.on !== due.day) return morning.store.commit([settled(due)])
  const draft = next.amountFen > 0 ? headRentAccrued({ on: next.on, amountFen: next.amountFen }) : undefined
  await book(due, morning, headLease, `cost-${next.index}`, draft, { accrueNext: headLease.accrueNext + 1 })
}

/** 主租约付款提醒, ten days ahead (rule sheet 8.3). */
export const settleHeadReminder: Settle = async (due, morning) => {
  const { store, now, cause } = morning
  const headLease = await read(due, morning)
  const next = headLease && nextOf(headLease).remind
  if (!headLease || next?.remindOn !== due.day) return store.commit([settled(due)])
  const after = revise(headLease, { remindNext: headLease.remindNext + 1 }, now)
  const notice = {
    id: `${headLease.id}#${next.index}`,
    at: now,
    title: `${next.dueOn} 应付业主租金 ${yuan(next.amountFen)} 元`,
    body: `业主 ${headLease.ownerName}，${next.from} 至 ${next.to}`,
    about: { kind: 'head_lease' as const, id: headLease.id },
  }
  await store.commit([
    ...save(headLeaseRecord, headLease, after, cause('head_lease.reminded')),
    putNotice(headLease.holderId, notice),
  ])
}
