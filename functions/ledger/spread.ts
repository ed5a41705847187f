import { addDays, addMonths, dayAt, monthOf } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import { allocateFen } from '@anju/shared/ledger/allocate'
import { amountFenOf, type Booking, type Draft, type Entry, entryOf } from '@anju/shared/ledger/entry'
import { amortised, type Spread, shareFen, unamortised } from '@anju/shared/ledger/spread'
import { derivedId } from '../derived-id'
import { type Due, type Morning, putDue, type Settle, settled } from '../due/due'
import type { Change } from '../store/store'
import { postEntries } from './ledger.store'

/*
 * state
 *   <district>#due   <first day of a month>#spread#dwl_…#ent_…   what the month before bears of a purchase
 */
const monthAt = ({ from, index }: Spread): string => monthOf(addMonths(`${from}-01`, index))

/** The next month of a purchase falls due when it is over. A spread is of a home: only a home lies in a district. */
export function putSpread(spread: Spread): Change {
  const { dwellingId, entryId, ownerId } = spread
  return putDue(`${dwellingId}#${entryId}`, 'spread', addMonths(`${monthAt(spread)}-01`, 1), {
    ...spread,
    queue: ownerId,
  })
}

/** Of several homes each bears its part of every month. */
const sharesOf = ({ shares = [] }: Spread, amountFen: number): Pick<Booking, 'shares'> => {
  const parts = allocateFen(
    amountFen,
    shares.map((share) => share.amountFen),
  )
  return { shares: shares.map(({ dwellingId }, index) => ({ dwellingId, amountFen: parts[index] ?? 0 })) }
}

const booking = (spread: Spread, seed: string, amountFen: number, now: string): Booking => ({
  id: derivedId('ent', [spread.entryId, seed]),
  ownerId: spread.ownerId as UserId,
  by: 'system',
  now,
  ...(spread.leaseId && { leaseId: spread.leaseId }),
  ...(spread.shares ? sharesOf(spread, amountFen) : spread.dwellingId && { dwellingId: spread.dwellingId }),
  ...(spread.unit && { unit: spread.unit }),
})

const book = async (
  due: Due,
  { store, now, cause }: Morning,
  spread: Spread,
  draft: Draft,
  seed: string,
  next: Change[],
) => {
  const entries: Entry[] = [entryOf(draft, booking(spread, seed, amountFenOf(draft), now))]
  const also = [settled(due), ...next]
  await postEntries(store, { ownerId: spread.ownerId, entries, cause: cause('ledger.amortised'), also, late: 'move' })
}

/** 摊销: books one month of a purchase and puts the next one, or takes back what was borne where the purchase was reversed. */
export const amortise: Settle<Spread> = async (due, morning) => {
  const { pk: _pk, sk: _sk, version: _version, queue: _queue, ...rest } = due.row as typeof due.row & { queue: string }
  const spread = rest as Spread
  const reversed = await morning.store.get('state', { pk: spread.ownerId, sk: `reversed#${spread.entryId}` })
  if (reversed) {
    const draft = unamortised(spread, dayAt(morning.now))
    if (draft) return book(due, morning, spread, draft, 'taken back', [])
    return morning.store.commit([settled(due)])
  }
  const { amountFen, months, index } = spread
  const month = monthAt(spread)
  const next = index + 1 < months ? [putSpread({ ...spread, index: index + 1 })] : []
  const share = shareFen(amountFen, months, index)
  if (share === 0) return morning.store.commit([settled(due), ...next])
  const draft = amortised(spread, { on: addDays(addMonths(`${month}-01`, 1), -1), amountFen: share })
  return book(due, morning, spread, draft, month, next)
}
