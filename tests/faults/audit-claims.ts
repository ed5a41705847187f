import { paymentRecord } from '@anju/functions/payment/payment.store'
import { isUnpaid, type PaymentOrder } from '@anju/shared/payment/payment'
import { differing, type Row } from './rows'

/** What people hold of a bill is what they are about to pay: an order that is open has its claim, and no other has. */
export function auditClaims(state: Row[]): string[] {
  const orders = state.filter((row) => row.sk === paymentRecord.sk && String(row.id).startsWith('pay_'))
  const open = (orders as unknown as PaymentOrder[]).filter(isUnpaid)
  const wanted = Object.fromEntries(open.map(({ id, amountFen, expiresAt }) => [id, [amountFen, expiresAt]]))
  const claims = state
    .filter(({ sk }) => sk === 'claims')
    .flatMap((row) => row.open as { orderId: string; amountFen: number; until: string }[])
  const held = Object.fromEntries(claims.map(({ orderId, amountFen, until }) => [orderId, [amountFen, until]]))
  const wrong = differing(held, wanted)
  return wrong ? [`claims on bills are not the open orders: ${wrong}`] : []
}

/** Every code opens one lease on paper that has an invitation, and every invitation has its code. */
export function auditCodes(state: Row[]): string[] {
  const invited = state.filter(({ sk, paper }) => sk === 'lease' && (paper as { invitation?: object })?.invitation)
  const coded = state.filter(({ pk }) => pk.startsWith('lease-code_'))
  const idsOf = (rows: Row[]) => rows.map(({ id }) => String(id)).sort()
  const wrong = differing(idsOf(coded), idsOf(invited))
  return wrong ? [`codes are not those of the invitations: ${wrong}`] : []
}
