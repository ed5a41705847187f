import type { Cause } from '@anju/shared/aggregate'
import type { Bill } from '@anju/shared/bill/bill'
import { DomainError } from '@anju/shared/errors'
import type { EntryId, LeaseId, PictureId, UserId } from '@anju/shared/id'
import { type Draft, type Entry, entryOf, type LedgerEvent } from '@anju/shared/ledger/entry'
import { derivedId } from '../derived-id'
import { postEntries } from '../ledger/ledger.store'
import { read, save } from '../store/record'
import { type Change, Conflict, type Store } from '../store/store'
import { billRecord } from './bill.store'

/** The ids of the entries that a bill makes by itself: the same event gives the same ids. */
export const entryIdsOf = (count: number, ...seed: string[]): EntryId[] =>
  Array.from({ length: count }, (_none, index) => derivedId('ent', [...seed, String(index)]))

interface About {
  by: UserId | 'system'
  method?: Entry['method']
  voucherId?: PictureId | undefined
  note?: string
  /** Under which lease the deposit lies, where the lease of the bill was renewed. */
  depositLeaseId?: LeaseId
}
const OF_DEPOSIT: readonly LedgerEvent[] = ['deposit_taken', 'deposit_returned']

/** Entries of the lessor's book about a bill. */
export const entriesAbout = (
  bill: Bill,
  drafts: Draft[],
  ids: EntryId[],
  { voucherId, method, depositLeaseId = bill.leaseId, ...about }: About,
  now: string,
): Entry[] =>
  drafts.map((draft, index) =>
    entryOf(draft, {
      ...about,
      ...(method && { method }),
      ...(voucherId && { voucherId }),
      id: ids[index] as EntryId,
      ownerId: bill.lessorId,
      now,
      leaseId: OF_DEPOSIT.includes(draft.event) ? depositLeaseId : bill.leaseId,
      billId: bill.id,
      dwellingId: bill.dwellingId,
      unit: bill.unit,
      dueOn: bill.dueOn,
    }),
  )

export interface Step {
  bill: Bill
  entries: Entry[]
  also?: Change[]
}

/** The changes that save a bill; what is told where it moved meanwhile tells it from books that moved. */
const saveBill = (before: Bill | undefined, after: Bill, cause: Cause): Change[] =>
  save(billRecord, before, after, cause).map(
    (change, index): Change => (index === 0 ? { ...change, refusal: 'request.changed' } : change),
  )

/** Saves a bill and posts what follows from it to the lessor's book, in one transaction. */
export async function postBill(
  store: Store,
  before: Bill | undefined,
  { bill, entries, also = [] }: Step,
  cause: Cause,
): Promise<void> {
  const changes = [...saveBill(before, bill, cause), ...also]
  if (entries.length === 0) return store.commit(changes)
  const late = cause.by === 'system' ? 'move' : 'refuse'
  await postEntries(store, { ownerId: bill.lessorId, entries, cause, also: changes, late })
}

const TRIES = 16

/**
 * A step that may be taken whatever happened to the bill meanwhile, a payment for instance: where the bill moved, it is
 * read again and the rule asked again.
 */
export async function postOnTop(
  store: Store,
  first: Bill,
  step: (bill: Bill) => Step | Promise<Step>,
  cause: Cause,
): Promise<Bill> {
  let bill = first
  for (let tries = 1; tries <= TRIES; tries++) {
    const next = await step(bill)
    try {
      await postBill(store, bill, next, cause)
      return next.bill
    } catch (error) {
      if (!(error instanceof Conflict) || (error.refusal && error.refusal !== 'request.changed')) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(400, 10 * 2 ** tries)))
      bill = await read(store, billRecord, bill.id)
    }
  }
  throw new DomainError('server.busy')
}
