import { demandPayment as demand } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { postBill } from './post-bill'
import { asLessor, viewBill } from './view-bill'

/** 催告付款 (民法典 722, N-27): put on record, and told to the lessee; without it no lease is ended for arrears. */
export const demandPayment: UseCase<typeof billRoutes.demandPayment> = async (
  { version, payBy, method, note },
  { actor, now, subject: bill, store, cause },
) => {
  asLessor(bill, actor)
  expectVersion(bill, version)
  const on = dayAt(now)
  if (payBy <= on)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'payBy', message: '须给对方合理的付款时间，请选择今天以后的日期' }],
    })
  const after = demand(bill, { on, payBy, method, note, by: actor.userId }, now)
  await postBill(store, bill, { bill: after, entries: [] }, cause('bill.demanded'))
  return viewBill(after, now)
}
