import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { type Book, closeThrough } from '@anju/shared/ledger/book'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { UseCase } from '../http/use-case'
import { find, save } from '../store/record'
import { Conflict } from '../store/store'
import { type Closing, closingId, closingRecord, saveBook } from './ledger.rows'
import { readBooks } from './ledger.store'
import { viewBook } from './read-book'

const TRIES = 8

/** 结账: nothing more is booked into the month or before it. Whoever posts meanwhile is asked to look again. Closing twice changes nothing. */
export const closeMonth: UseCase<typeof ledgerRoutes.closeMonth> = async ({ month }, { actor, now, store, cause }) => {
  const id = closingId(actor.holderId)
  for (let tries = 1; ; tries++) {
    const [book] = (await readBooks(store, actor.holderId, [{}], now)) as [Book]
    const closed = closeThrough(book, month, dayAt(now), now)
    if (closed === book) return viewBook(store, actor.holderId, month, now)
    const before = await find(store, closingRecord, id)
    const after: Closing = {
      id,
      closedThrough: month,
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      revisedAt: now,
    }
    try {
      await store.commit([
        saveBook(book.version === 0 ? undefined : book, closed),
        ...save(closingRecord, before, after, cause('ledger.closed')),
      ])
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      if (tries === TRIES) throw new DomainError('server.busy')
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries))
    }
  }
}
