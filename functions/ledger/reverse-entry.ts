import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { reverse } from '@anju/shared/ledger/ledger'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { UseCase } from '../http/use-case'
import type { Change } from '../store/store'
import { entryLine, postEntry, readEntry } from './ledger.store'

/** 红冲: the entry stays, a second one undoes it; never twice. */
export const reverseEntry: UseCase<typeof ledgerRoutes.reverseEntry> = async (
  { entryId, reversalId },
  { actor, now, store, cause },
) => {
  if (reversalId === entryId)
    throw new DomainError('request.invalid', { fields: [{ path: 'reversalId', message: '红冲须用新的分录编号' }] })
  const entry = await readEntry(store, actor.holderId, entryId)
  const reversal = reverse(entry, reversalId, actor.userId, dayAt(now), now)
  const also: Change[] = [
    { table: 'state', put: entryLine(entry, true) },
    {
      table: 'state',
      put: { pk: actor.holderId, sk: `reversed#${entryId}`, reversalId },
      when: 'absent',
      refusal: 'ledger.already_reversed',
    },
  ]
  return postEntry(store, reversal, cause('ledger.reversed'), also)
}
