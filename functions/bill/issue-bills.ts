import type { Bill } from '@anju/shared/bill/bill'
import { pay } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import { billingTerms, type Issuing, issue, issueDay, linesOf, nextDunning } from '@anju/shared/bill/issue'
import { billDue, prepaidUsed } from '@anju/shared/bill/ledger'
import { addDays, type Day, dayAt } from '@anju/shared/day'
import { type EntryId, type LeaseId, regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { periodFrom, type RentPeriod } from '@anju/shared/lease/schedule'
import { yuan } from '@anju/shared/money'
import { derivedId } from '../derived-id'
import { type Due, dueKey, dueOf, type Morning, movedTo, putDue, type Settle, settled } from '../due/due'
import { leaseRecord } from '../lease/lease.store'
import { postEntries } from '../ledger/ledger.store'
import { remind } from '../notice/remind'
import { find } from '../store/record'
import type { Change, Row, Store } from '../store/store'
import { billRecord, billsOfLease, readPrepaid, savePrepaid } from './bill.store'
import { entriesAbout, entryIdsOf, postBill, type Step } from './post-bill'

/** `from`: the first day whose rent is not billed yet; looked up where the row does not say. */
interface NextRent {
  from?: Day
  queue: string
}
type NextBill = Due<NextRent>
/** Bills that a lease of twenty years may have, and what is charged between them. */
const MOST_BILLS = 1_000
type World = Pick<Morning, 'store' | 'now' | 'today' | 'cause'>

/** 出账单: every bill of a lease whose day has come, each in a transaction of its own that also moves the row on. */
export const issueBills: Settle<NextRent> = async (due, world) => {
  for (let next: NextBill | undefined = due; next && next.day <= world.today; ) next = await issueNext(next, world)
}

/** The first bill of a lease that was signed a moment ago; the daily function makes it where this was not called. */
export async function issueFirstBill(store: Store, leaseId: LeaseId, world: Omit<World, 'store'>): Promise<void> {
  const lease = await find(store, leaseRecord, leaseId)
  const signedOn = lease?.signedAt && dayAt(lease.signedAt)
  if (!lease || !signedOn) return
  const row = await store.get<Row>('state', dueKey(lease.id, 'bill', signedOn))
  if (row) await issueBills(dueOf(row) as NextBill, { ...world, store } as Morning)
}

/** The day behind the last one that a bill of the lease covers. */
export function firstUnbilled(lease: Pick<Lease, 'startOn' | 'paper'>, bills: Pick<BillCard, 'to'>[]): Day {
  const through = bills.reduce((last, { to = '' }) => (to > last ? to : last), '')
  return through === '' ? (lease.paper?.billsFrom ?? lease.startOn) : addDays(through, 1)
}
const cardsOf = (store: Store, leaseId: LeaseId) =>
  store.query<BillCard & Row>('state', { ...billsOfLease(leaseId), limit: MOST_BILLS })

async function issueNext(due: NextBill, world: World): Promise<NextBill | undefined> {
  const { store, today } = world
  const lease = await find(store, leaseRecord, due.id)
  if (!lease || !isRunning(lease)) {
    await store.commit([settled(due)])
    return undefined
  }
  const terms = billingTerms(lease)
  const from = due.row.from ?? firstUnbilled(lease, await cardsOf(store, lease.id))
  // Of a lease on paper the deposit is held already.
  const first = !lease.paper && from <= lease.startOn
  const period = periodFrom(terms, from)
  const lines = linesOf(terms, period, first)
  if (lines.length === 0 && !period) {
    await store.commit([settled(due)])
    return undefined
  }
  const dueOn = dueDay(lease, period, first)
  const { queue } = due.row
  if (!first && issueDay(dueOn) > today) {
    const { changes, next } = movedTo(due, issueDay(dueOn), { from, queue })
    await store.commit(changes)
    return next
  }
  const following = period && periodFrom(terms, addDays(period.to, 1))
  const moved = following && movedTo(due, later(issueDay(following.dueOn), due.day), { from: following.from, queue })
  const onward = moved?.changes ?? [settled(due)]
  const id = derivedId('bil', [lease.id, period?.from ?? 'deposit'], regionOf(lease.id))
  const made = lines.length === 0 || (await find(store, billRecord, id))
  if (made) await store.commit(onward)
  else await makeBill(lease, { id, period, lines, dueOn }, onward, world)
  return moved?.next
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)

/** A lease signed after its first rent fell due pays on the day of signing. */
const dueDay = (lease: Lease, period: RentPeriod | undefined, first: boolean): Day => {
  const agreed = period?.dueOn ?? addDays(lease.startOn, -lease.dueDaysBefore)
  return first && lease.signedAt ? later(agreed, dayAt(lease.signedAt)) : agreed
}

async function makeBill(
  lease: Lease,
  { id, period, lines, dueOn }: Omit<Issuing, 'entryIds'>,
  onward: Change[],
  { store, now, today, cause }: World,
): Promise<void> {
  const asked = issue(lease, { id, lines, dueOn, period, entryIds: [] }, now)
  const { drafts, later: laterYears } = billDue(asked)
  const entryIds = entryIdsOf(drafts.length + laterYears.length, 'bill', id)
  const bill: Bill = { ...asked, entryIds }
  const entries = entriesAbout(bill, [...drafts, ...laterYears], entryIds, { by: 'system' }, now)
  // A transaction holds the months of one year; those of further years are booked before it, once, under their own ids.
  for (const entry of entries.slice(drafts.length))
    await postEntries(store, { ownerId: bill.lessorId, entries: [entry], cause: cause('bill.issued'), late: 'move' })
  const claimed: Step = { bill, entries: entries.slice(0, drafts.length) }
  const made = await usePrepaid(store, claimed, { today, now })
  const nextDay = nextDunning(dueOn, today)
  const told = await remind(store, {
    to: [bill.lesseeId],
    template: 'bill',
    notice: {
      id: `${id}#issued`,
      at: now,
      title: `新账单 ¥${yuan(bill.amountFen)}，请在 ${dueOn} 前支付`,
      body: bill.addressText,
      about: { kind: 'bill', id },
    },
    message: {
      home: bill.addressText,
      amountFen: made.bill.amountFen - made.bill.paidFen,
      day: dueOn,
      words: '新账单',
    },
    today,
  })
  const also = [
    ...(made.also ?? []),
    ...onward,
    ...(nextDay ? [putDue(id, 'dunning', nextDay, { queue: bill.lessorId })] : []),
    ...told,
  ]
  await postBill(store, undefined, { ...made, also }, cause('bill.issued'))
}

/** What came ahead pays the rent of the new bill. */
async function usePrepaid(
  store: Store,
  { bill, entries }: Step,
  { today, now }: Pick<World, 'today' | 'now'>,
): Promise<Step> {
  const prepaid = await readPrepaid(store, bill.leaseId)
  const rentFen = bill.lines.filter(({ kind }) => kind === 'rent').reduce((sum, { amountFen }) => sum + amountFen, 0)
  const amountFen = Math.min(prepaid?.fen ?? 0, rentFen)
  if (!prepaid || amountFen === 0) return { bill, entries }
  const [id] = entryIdsOf(1, 'prepaid', bill.id) as [EntryId]
  const payment = { id, amountFen, receivedOn: today, method: 'prepaid' as const, note: '', by: 'system' as const }
  const { bill: paid } = pay(bill, payment, { only: 'rent' }, now)
  const used = entriesAbout(bill, [prepaidUsed(today, amountFen)], [id], { by: 'system', note: '用预付款抵' }, now)
  return {
    bill: { ...paid, version: 1, payments: paid.payments.map((each) => ({ ...each, entryIds: [id] })) },
    entries: [...entries, ...used],
    also: [savePrepaid(bill.leaseId, prepaid, prepaid.fen - amountFen)],
  }
}
