import type { BillLine } from '../bill/bill'
import type { Day, Instant } from '../day'
import { DomainError } from '../errors'
import type { BillId, EntryId, PictureId } from '../id'
import type { PayMethod } from '../ledger/entry'
import { checkMove, mayMove } from './lifecycle'
import { payerOf, type Repair, step } from './repair'
import { TROUBLES } from './trouble'

interface Booking {
  amountFen: number
  paidOn: Day
  method: PayMethod
  entryId: EntryId
  billId?: BillId | undefined
}

/**
 * 维修费入账: what the lessor paid. Where the lessee agreed to bear it, at most what they agreed to is passed on by a bill;
 * without their agreement the lessor bears it.
 */
export function bookCost(repair: Repair, { billId, ...booking }: Booking, now: Instant): Repair {
  checkMove(repair, 'bookCost')
  if (repair.cost) throw new DomainError('repair.booked')
  const payer = payerOf(repair)
  if (repair.costFen !== undefined && booking.amountFen > repair.costFen) throw new DomainError('repair.over_cost')
  if (payer === 'lessee' && !billId)
    throw new DomainError('request.invalid', { fields: [{ path: 'billId', message: '由租客承担的费用须开账单' }] })
  const cost = { ...booking, payer, ...(payer === 'lessee' && billId && { billId }) }
  return step(repair, { cost }, { side: 'lessor', what: 'bookCost' }, now)
}

/** The line of the bill that passes a cost on. */
export const passedOn = (repair: Repair, amountFen: number): BillLine => ({
  kind: 'repair',
  note: `维修：${TROUBLES[repair.trouble].name}，费用经租客同意`,
  amountFen,
  paidFen: 0,
})

/** Why a lessee may not repair at the lessor's cost yet; undefined where they may (民法典 713). */
export function claimRefusal(
  repair: Repair,
  now: Instant,
): 'repair.not_now' | 'repair.lessee_pays' | 'repair.still_in_time' | undefined {
  if (!mayMove(repair, 'claim')) return 'repair.not_now'
  if (payerOf(repair) === 'lessee') return 'repair.lessee_pays'
  const late = repair.status === 'reported' ? repair.answerBy <= now : repair.onSiteBy <= now
  return late ? undefined : 'repair.still_in_time'
}

interface Claiming {
  amountFen: number
  paidOn: Day
  note: string
  receiptIds: PictureId[]
}

/** 自修报销: after no answer, or nobody came, with the receipt. */
export function claim(repair: Repair, claiming: Claiming, now: Instant): Repair {
  const refusal = claimRefusal(repair, now)
  if (refusal)
    throw new DomainError(
      refusal,
      refusal !== 'repair.still_in_time'
        ? {}
        : {
            rules: [
              {
                ruleId: 'N-29',
                action: 'BLOCK',
                message: `出租方还在时限内（受理 ${repair.answerBy}，到场 ${repair.onSiteBy}）；逾期后可以自行维修并凭票据报销`,
                source: '民法典第七百一十三条；时限为产品约定',
                certainty: 'A',
                inputs: { answerBy: repair.answerBy, onSiteBy: repair.onSiteBy, status: repair.status },
              },
            ],
          },
    )
  const told = { side: 'lessee' as const, what: 'claim', text: claiming.note, pictureIds: claiming.receiptIds }
  return step(repair, { status: 'claimed', claim: { ...claiming, claimedAt: now } }, told, now)
}

/** 不认可自修费用: it stays open, for both to talk or for a complaint; it may still be accepted. */
export function disputeClaim(repair: Repair, refusal: string, now: Instant): Repair {
  checkMove(repair, 'answerClaim')
  if (!repair.claim) throw new DomainError('repair.not_now')
  const changes = { status: 'disputed' as const, claim: { ...repair.claim, refusal } }
  return step(repair, changes, { side: 'lessor', what: 'disputeClaim', text: refusal }, now)
}

/** 认可自修费用: paid back, or kept for the next rent. */
export function acceptClaim(repair: Repair, settledBy: 'cash' | 'rent', entryId: EntryId, now: Instant): Repair {
  checkMove(repair, 'answerClaim')
  if (!repair.claim) throw new DomainError('repair.not_now')
  const changes = { status: 'closed' as const, claim: { ...repair.claim, settledBy, entryId } }
  return step(repair, changes, { side: 'lessor', what: 'acceptClaim' }, now)
}
