import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { isMade } from '@anju/shared/lease/lifecycle'
import { type Entry, entryOf } from '@anju/shared/ledger/entry'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { receipt } from '@anju/shared/ledger/receipt'
import type { UseCase } from '../http/use-case'
import { postEntries } from './ledger.store'

/** 记一笔收款: money that the lessor received outside; we hold none (条例 arts 25, 36). */
export const recordReceipt: UseCase<typeof ledgerRoutes.recordReceipt> = async (
  input,
  { actor, now, subject: lease, store, cause },
) => {
  const { commandId: _command, entryId, ...facts } = input
  if (lease.lessorId !== actor.holderId) throw new DomainError('access.role')
  if (!isMade(lease)) throw new DomainError('lease.not_signed')
  if (facts.receivedOn > dayAt(now)) throw new DomainError('ledger.future')
  if (facts.coversFrom && facts.coversTo && facts.coversTo < facts.coversFrom)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'coversTo', message: '截止日不能早于起始日，请修改日期' }],
    })
  const entry = entryOf(receipt(facts), {
    id: entryId,
    ownerId: actor.holderId,
    by: actor.userId,
    now,
    leaseId: lease.id,
    dwellingId: lease.dwellingId,
    unit: lease.unit,
    method: facts.method,
    note: facts.note,
  })
  const [posted] = await postEntries(store, {
    ownerId: actor.holderId,
    entries: [entry],
    cause: cause('ledger.received'),
    check: ({ depositFen }) => {
      if (facts.kind === 'deposit' && depositFen(lease.id) + facts.amountFen > lease.deposit.amountFen)
        throw new DomainError('ledger.deposit_exceeds')
    },
  })
  return posted as Entry
}
