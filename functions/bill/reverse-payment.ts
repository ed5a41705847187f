import { unpay } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { nextDunning } from '@anju/shared/bill/issue'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { putDue } from '../due/due'
import type { UseCase } from '../http/use-case'
import { readPrepaid, savePrepaid } from './bill.store'
import { entryIdsOf, postOnTop } from './post-bill'
import { reversalsOf } from './reverse-entries'
import { asLessor, viewBill } from './view-bill'

/** 撤销一笔收款: its entries are reversed, its lines owed again, what came ahead taken back while it is unspent. */
export const reversePayment: UseCase<typeof billRoutes.reversePayment> = async (
  { paymentId, reversalId },
  { actor, now, subject, store, cause },
) => {
  asLessor(subject, actor)
  if (reversalId === paymentId)
    throw new DomainError('request.invalid', { fields: [{ path: 'reversalId', message: '红冲须用新的分录编号' }] })
  const today = dayAt(now)
  const owed = await postOnTop(
    store,
    subject,
    async (before) => {
      const { bill, payment } = unpay(before, paymentId, now)
      const ids = [reversalId, ...entryIdsOf(payment.entryIds.length - 1, 'reversal', reversalId)]
      const by = { by: actor.userId, today, now }
      const { entries, also } = await reversalsOf(store, bill.lessorId, payment.entryIds, ids, by)
      const changeFen = payment.method === 'prepaid' ? payment.amountFen : -payment.prepaidFen
      const prepaid = changeFen === 0 ? undefined : await readPrepaid(store, bill.leaseId)
      const leftFen = (prepaid?.fen ?? 0) + changeFen
      if (leftFen < 0) throw new DomainError('bill.prepaid_spent')
      const nextDay = nextDunning(bill.dueOn, today)
      return {
        bill,
        entries,
        also: [
          ...also,
          ...(changeFen === 0 ? [] : [savePrepaid(bill.leaseId, prepaid, leftFen)]),
          ...(nextDay ? [putDue(bill.id, 'dunning', nextDay, { queue: bill.lessorId })] : []),
        ],
      }
    },
    cause('bill.payment_reversed'),
  )
  return viewBill(owed, now)
}
