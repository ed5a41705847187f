import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { addMonths, Day, type Instant, Instant as InstantSchema } from '../day'
import { Unit, unitKey } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, FilingId, LeaseId, ListingId, RequestId, UserId } from '../id'
import { PayCycle } from '../listing/listing'
import { Fen, PositiveFen } from '../money'
import { blocks, RuleHit } from '../rule'

/** 押金 deposit: the three things that the clause must state (条例 art. 10, N-06). */
export const Deposit = z.object({
  amountFen: Fen,
  returnDays: z
    .int()
    .min(0)
    .max(180)
    .optional()
    .meta({ description: 'days after hand-back within which it is returned' }),
  deductionGrounds: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
})

export const LeaseTerms = z.object({
  startOn: Day,
  endOn: Day.meta({ description: 'last day of the term, included' }),
  rentFen: PositiveFen.meta({ description: 'rent of one month in fen' }),
  payCycle: PayCycle,
  deposit: Deposit,
  tenantKind: z.enum(['person', 'employer']).default('person'),
  remarks: z.string().trim().max(1_000).default(''),
})
export type LeaseTerms = z.infer<typeof LeaseTerms>

export const LeaseStatus = z.enum(['offered', 'signed', 'declined', 'withdrawn'])
export const LEASE_STATUS_NAMES: Record<z.infer<typeof LeaseStatus>, string> = {
  offered: '待签署',
  signed: '已签署',
  declined: '租客未接受',
  withdrawn: '已撤回',
}

export const Signature = z.object({ by: UserId, at: InstantSchema, textHash: z.string() })

/** 租约 between lessor and lessee over one unit of a home. */
export const Lease = LeaseTerms.extend({
  id: LeaseId,
  requestId: RequestId,
  listingId: ListingId,
  dwellingId: DwellingId,
  unit: Unit,
  addressText: z.string(),
  lessorId: UserId,
  lessorName: z.string(),
  lesseeId: UserId,
  lesseeName: z.string(),
  status: LeaseStatus,
  warnings: z.array(RuleHit),
  signatures: z.array(Signature),
  signedAt: InstantSchema.optional(),
  filingId: FilingId.optional(),
  ...aggregate,
})
export type Lease = z.infer<typeof Lease> & Aggregate

export const partiesOf = (lease: Pick<Lease, 'lessorId' | 'lesseeId'>): UserId[] => [lease.lessorId, lease.lesseeId]

/** The law on the terms of a lease: N-06, N-21, SH-CON-08, SH-CON-10. */
export function checkTerms(terms: LeaseTerms): RuleHit[] {
  const hits: RuleHit[] = []
  const hit = (
    ruleId: string,
    action: RuleHit['action'],
    message: string,
    source: string,
    certainty: RuleHit['certainty'],
    inputs: RuleHit['inputs'],
  ) => hits.push({ ruleId, action, message, source, certainty, inputs })
  if (terms.endOn < terms.startOn)
    hit('N-21', 'BLOCK', '租期结束日不能早于开始日，请修改租期', '民法典第七百零三条', 'V', {
      startOn: terms.startOn,
      endOn: terms.endOn,
    })
  if (terms.endOn >= addMonths(terms.startOn, 240))
    hit('N-21', 'BLOCK', '租期不能超过二十年，请缩短租期', '民法典第七百零五条', 'V', {
      startOn: terms.startOn,
      endOn: terms.endOn,
    })
  const { amountFen, returnDays, deductionGrounds } = terms.deposit
  if (amountFen > 0 && (returnDays === undefined || deductionGrounds.length === 0))
    hit('N-06', 'BLOCK', '收取押金须写明金额、返还时间和扣减事由，请补充', '住房租赁条例第十条', 'V', {
      amountFen,
      returnDays: returnDays ?? null,
      grounds: deductionGrounds.length,
    })
  if (amountFen > 2 * terms.rentFen)
    hit('SH-CON-10', 'WARN', '押金超过两个月租金，建议降低押金', '上海市居住房屋租赁管理办法（2011 年）', 'S', {
      amountFen,
      rentFen: terms.rentFen,
    })
  return hits
}

/** 起草租约: throws with every rule that blocks, keeps the warnings in the lease. */
export function offer(lease: Omit<Lease, 'status' | 'warnings' | 'signatures'>): Lease {
  const hits = checkTerms(lease)
  if (blocks(hits).length > 0) throw new DomainError('lease.blocked', { rules: blocks(hits) })
  return { ...lease, status: 'offered', warnings: hits, signatures: [] }
}

function whileOffered(lease: Lease): void {
  if (lease.status !== 'offered') throw new DomainError('lease.not_offered')
}

/** 修改租约: signatures given to the old text fall. */
export function reviseTerms(lease: Lease, terms: LeaseTerms, now: Instant): Lease {
  whileOffered(lease)
  const hits = checkTerms(terms)
  if (blocks(hits).length > 0) throw new DomainError('lease.blocked', { rules: blocks(hits) })
  return revise(lease, { ...terms, warnings: hits, signatures: [] }, now)
}

/** 签署: each party once; with the second signature the lease is made. */
export function sign(lease: Lease, by: UserId, textHash: string, now: Instant): Lease {
  whileOffered(lease)
  if (!partiesOf(lease).includes(by)) throw new DomainError('lease.not_party')
  if (lease.signatures.some((signature) => signature.by === by)) throw new DomainError('lease.already_signed_by_you')
  const signatures = [...lease.signatures, { by, at: now, textHash }]
  const made = signatures.length === 2
  return revise(lease, { signatures, ...(made && { status: 'signed' as const, signedAt: now }) }, now)
}

/** 租客不接受. */
export function decline(lease: Lease, now: Instant): Lease {
  whileOffered(lease)
  return revise(lease, { status: 'declined' }, now)
}

/** 出租方撤回. */
export function withdraw(lease: Lease, now: Instant): Lease {
  whileOffered(lease)
  return revise(lease, { status: 'withdrawn' }, now)
}

/** The text that a signature stands for: same terms, same text. Field by field, since a store keeps no order of its own. */
export const signedText = (lease: Lease): string =>
  JSON.stringify([
    lease.id,
    lease.addressText,
    unitKey(lease.unit),
    [lease.lessorId, lease.lessorName],
    [lease.lesseeId, lease.lesseeName],
    lease.startOn,
    lease.endOn,
    lease.rentFen,
    [lease.payCycle.depositMonths, lease.payCycle.rentMonths],
    [lease.deposit.amountFen, lease.deposit.returnDays ?? null, lease.deposit.deductionGrounds],
    lease.tenantKind,
    lease.remarks,
  ])
