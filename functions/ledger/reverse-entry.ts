import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { unpay } from '@anju/shared/head-lease/head-lease'
import { type Entry, reverse } from '@anju/shared/ledger/entry'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { headLeaseRecord, saveHeadLease } from '../head-lease/head-lease.store'
import type { UseCase } from '../http/use-case'
import { find } from '../store/record'
import type { Change } from '../store/store'
import { entryLine } from './ledger.rows'
import { postEntries, readEntry } from './ledger.store'

/** 红冲: the entry stays, a second one undoes it; never twice. */
export const reverseEntry: UseCase<typeof ledgerRoutes.reverseEntry> = async (
  { entryId, reversalId },
  { actor, now, store, cause },
) => {
  if (reversalId === entryId)
    throw new DomainError('request.invalid', { fields: [{ path: 'reversalId', message: '红冲须用新的分录编号' }] })
  const entry = await readEntry(store, actor.holderId, entryId)
  if (entry.billId) throw new DomainError('ledger.of_bill')
  const why = cause('ledger.reversed')
  const headLease = entry.headLeaseId ? await find(store, headLeaseRecord, entry.headLeaseId) : undefined
  const unpaid = headLease && unpay(headLease, entryId, now)
  const reversal = reverse(entry, reversalId, actor.userId, dayAt(now), now)
  const mark = { pk: actor.holderId, sk: `reversed#${entryId}` }
  const also: Change[] = [
    { table: 'state', put: entryLine(entry, true) },
    { table: 'state', put: { ...mark, reversalId }, when: 'absent', refusal: 'ledger.already_reversed' },
    ...(headLease && unpaid ? await saveHeadLease(store, headLease, unpaid, why) : []),
  ]
  const [posted] = await postEntries(store, {
    ownerId: actor.holderId,
    entries: [reversal],
    cause: why,
    also,
  }).catch(async (error: unknown) => {
    // Whoever comes second finds the deposit gone: that it was reversed says more.
    const short = error instanceof DomainError && error.code === 'ledger.deposit_short'
    throw short && (await store.get('state', mark)) ? new DomainError('ledger.already_reversed') : error
  })
  return posted as Entry
}
