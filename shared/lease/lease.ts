import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import type { Lessor } from '../business/lessor'
import { type Instant, Instant as InstantSchema } from '../day'
import { Unit, unitKey } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, FilingId, LeaseId, ListingId, RequestId, UserId } from '../id'
import { blocks, RuleHit } from '../rule'
import { checkTerms, LeaseTerms } from './terms'

export const LeaseStatus = z.enum(['offered', 'signed', 'declined', 'withdrawn'])
export const LEASE_STATUS_NAMES: Record<z.infer<typeof LeaseStatus>, string> = {
  offered: '待签署',
  signed: '已签署',
  declined: '租客未接受',
  withdrawn: '已撤回',
}

export const Signature = z.object({
  by: UserId.meta({ description: 'the party' }),
  hand: UserId.optional().meta({ description: 'who signed for the party, where they did not sign themselves' }),
  at: InstantSchema,
  textHash: z.string(),
})

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

/** 起草租约: throws with every rule that blocks, keeps the warnings in the lease. */
export function offer(lease: Omit<Lease, 'status' | 'warnings' | 'signatures'>, lessor: Lessor): Lease {
  const hits = checkTerms(lease, lessor)
  if (blocks(hits).length > 0) throw new DomainError('lease.blocked', { rules: blocks(hits) })
  return { ...lease, status: 'offered', warnings: hits, signatures: [] }
}

function whileOffered(lease: Lease): void {
  if (lease.status !== 'offered') throw new DomainError('lease.not_offered')
}

/** 修改租约: signatures given to the old text fall. */
export function reviseTerms(lease: Lease, terms: LeaseTerms, lessor: Lessor, now: Instant): Lease {
  whileOffered(lease)
  const hits = checkTerms(terms, lessor)
  if (blocks(hits).length > 0) throw new DomainError('lease.blocked', { rules: blocks(hits) })
  return revise(lease, { ...terms, warnings: hits, signatures: [] }, now)
}

/** What the law says by now of who lets: a home more, or no supervised account any longer, may forbid what was offered. */
export function checkBeforeSigning(lease: Lease, lessor: Lessor): void {
  const hits = blocks(checkTerms(lease, lessor))
  if (hits.length > 0) throw new DomainError('lease.blocked', { rules: hits })
}

/** 签署: each party once; with the second signature the lease is made. */
export function sign(lease: Lease, by: UserId, hand: UserId, textHash: string, now: Instant): Lease {
  whileOffered(lease)
  if (!partiesOf(lease).includes(by)) throw new DomainError('lease.not_party')
  if (lease.signatures.some((signature) => signature.by === by)) throw new DomainError('lease.already_signed_by_you')
  const signatures = [...lease.signatures, { by, ...(hand !== by && { hand }), at: now, textHash }]
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
    lease.freePeriods.map(({ from, to }) => [from, to]),
    lease.rises.map(({ from, rentFen }) => [from, rentFen]),
    [lease.stubBasis, lease.dueDaysBefore],
    lease.fees.map(({ kind, payer, monthlyFen }) => [kind, payer, monthlyFen ?? null]),
    [lease.lateFeePerDayPpm, lease.arrearsTerminateDays, lease.noticeDays, lease.penaltyMonths, lease.subletAllowed],
  ])
