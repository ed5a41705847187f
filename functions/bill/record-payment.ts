import { type Payment, pay, withEntries } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { moneyReceived, rentPrepaid } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { depositHolder } from '../lease/move-deposit'
import { expectVoucher } from '../ledger/voucher'
import { readPrepaid, savePrepaid } from './bill.store'
import { entriesAbout, entryIdsOf, postOnTop } from './post-bill'
import { asLessor, viewBill } from './view-bill'

/** 记一笔收款: money that the lessor received outside; we hold none (条例 arts 25, 36). In parts, from several payers. */
export const recordPayment: UseCase<typeof billRoutes.recordPayment> = async (
  { paymentId, amountFen, receivedOn, method, payer, note, voucherId, ahead },
  { actor, now, subject, store, cause },
) => {
  asLessor(subject, actor)
  if (receivedOn > dayAt(now)) throw new DomainError('ledger.future')
  if (voucherId) await expectVoucher(store, voucherId, [subject.leaseId])
  const given: Parameters<typeof pay>[1] = {
    id: paymentId,
    amountFen,
    receivedOn,
    method,
    ...(payer && { payer }),
    note,
    ...(voucherId && { voucherId }),
    by: actor.userId,
  }
  const paid = await postOnTop(
    store,
    subject,
    async (bill) => {
      const { bill: after, payment, byKind } = pay(bill, given, { ahead }, now)
      const drafts = [
        ...moneyReceived(byKind, receivedOn),
        ...(payment.prepaidFen > 0 ? [rentPrepaid(receivedOn, payment.prepaidFen)] : []),
      ]
      const entryIds = [paymentId, ...entryIdsOf(drafts.length - 1, 'payment', paymentId)]
      const depositLeaseId = byKind.deposit ? await depositHolder(store, bill.leaseId) : bill.leaseId
      const about = { by: actor.userId, method, voucherId, note, depositLeaseId }
      return {
        bill: withEntries(after, paymentId, entryIds),
        entries: entriesAbout(bill, drafts, entryIds, about, now),
        also: await keepPrepaid(payment),
      }
    },
    cause('bill.payment_recorded'),
  )
  return viewBill(paid, now)

  async function keepPrepaid({ prepaidFen }: Payment) {
    if (prepaidFen === 0) return []
    const before = await readPrepaid(store, subject.leaseId)
    return [savePrepaid(subject.leaseId, before, (before?.fen ?? 0) + prepaidFen)]
  }
}
