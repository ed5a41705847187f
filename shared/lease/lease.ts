import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import type { Lessor } from '../business/lessor'
import { addDays, Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { Unit, unitKey } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, FilingId, LeaseId, ListingId, RequestId, UserId } from '../id'
import { blocks, RuleHit } from '../rule'
import { Amendment, PastText } from './amendment'
import { checkTerms } from './check-terms'
import { Paper } from './claim'
import { Ending } from './ending'
import { Handover, HandoverProposal } from './handover'
import { checkMove, LeaseStatus, lastDayOf } from './lifecycle'
import { Refund, Settlement } from './settlement'
import { LeaseTerms } from './terms'

export const Signature = z.object({
  by: UserId.meta({ description: 'the party' }),
  hand: UserId.optional().meta({ description: 'who signed for the party, where they did not sign themselves' }),
  at: InstantSchema,
  textHash: z.string(),
})
export type Signature = z.infer<typeof Signature>

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
  unseen: z.literal(true).optional().meta({ description: 'never offered: a draft, or one that was thrown away' }),
  paper: Paper.optional().meta({ description: 'signed on paper and taken over from a spreadsheet' }),
  renews: LeaseId.optional().meta({ description: 'the lease that this one follows, for the same tenant' }),
  renewedBy: LeaseId.optional().meta({ description: 'the signed lease that follows this one' }),
  handover: HandoverProposal.optional().meta({ description: 'a list that the lessee has not confirmed yet' }),
  entry: Handover.optional(),
  exit: Handover.optional(),
  amendment: Amendment.optional(),
  amendedAt: InstantSchema.optional(),
  pastTexts: z.array(PastText).default([]),
  ending: Ending.optional(),
  heldOverFrom: Day.optional().meta({ description: 'the day after the term, since when the lease is indefinite' }),
  settlement: Settlement.optional(),
  refund: Refund.optional(),
  ...aggregate,
})
export type Lease = z.infer<typeof Lease> & Aggregate

export const partiesOf = (lease: Pick<Lease, 'lessorId' | 'lesseeId'>): UserId[] => [lease.lessorId, lease.lesseeId]
/** Who may read it: what was never offered is the lessor's alone. */
export const readersOf = (lease: Pick<Lease, 'lessorId' | 'lesseeId' | 'unseen'>): UserId[] =>
  lease.unseen ? [lease.lessorId] : partiesOf(lease)

type NewLease = Omit<Lease, 'status' | 'warnings' | 'signatures' | 'pastTexts'>

function lawful(terms: LeaseTerms, lessor: Lessor): RuleHit[] {
  const hits = checkTerms(terms, lessor)
  if (blocks(hits).length > 0) throw new DomainError('lease.blocked', { rules: blocks(hits) })
  return hits
}

/** 起草租约: throws with every rule that blocks, keeps the warnings in the lease. */
export function offer(lease: NewLease, lessor: Lessor): Lease {
  return { ...lease, status: 'offered', warnings: lawful(lease, lessor), signatures: [], pastTexts: [] }
}

/** 存为草稿: seen by the lessor alone, so nothing blocks it yet. */
export const keepDraft = (lease: NewLease, lessor: Lessor): Lease => ({
  ...lease,
  status: 'draft',
  unseen: true,
  warnings: checkTerms(lease, lessor),
  signatures: [],
  pastTexts: [],
})

/** 发出草稿: from now on the lessee reads it. */
export function offerDraft(lease: Lease, lessor: Lessor, now: Instant): Lease {
  checkMove(lease, 'offer')
  const { unseen: _unseen, ...rest } = lease
  return revise(rest, { status: 'offered', warnings: lawful(lease, lessor) }, now)
}

/** 修改租约: signatures given to the old text fall. */
export function reviseTerms(lease: Lease, terms: LeaseTerms, lessor: Lessor, now: Instant): Lease {
  checkMove(lease, 'revise')
  if (lease.renews && terms.startOn !== lease.startOn) throw new DomainError('lease.renewal_start')
  const warnings = lease.status === 'draft' ? checkTerms(terms, lessor) : lawful(terms, lessor)
  return revise(lease, { ...terms, warnings, signatures: [] }, now)
}

/** What the law says by now of who lets: a home more, or no supervised account any longer, may forbid what was offered. */
export function checkBeforeSigning(lease: Lease, lessor: Lessor): void {
  const hits = blocks(checkTerms(lease, lessor))
  if (hits.length > 0) throw new DomainError('lease.blocked', { rules: hits })
}

/** 签署: each party once; with the second signature the lease is made. */
export function sign(lease: Lease, by: UserId, hand: UserId, textHash: string, now: Instant): Lease {
  checkMove(lease, 'sign')
  if (!partiesOf(lease).includes(by)) throw new DomainError('lease.not_party')
  if (lease.signatures.some((signature) => signature.by === by)) throw new DomainError('lease.already_signed_by_you')
  const signatures = [...lease.signatures, { by, ...(hand !== by && { hand }), at: now, textHash }]
  const made = signatures.length === 2
  return revise(lease, { signatures, ...(made && { status: 'signed' as const, signedAt: now }) }, now)
}

/** 租客不接受. */
export function decline(lease: Lease, now: Instant): Lease {
  checkMove(lease, 'decline')
  return revise(lease, { status: 'declined' }, now)
}

/** 出租方撤回, or throws a draft away. */
export function withdraw(lease: Lease, now: Instant): Lease {
  checkMove(lease, 'withdraw')
  return revise(lease, { status: 'withdrawn' }, now)
}

/** 续签: a new offer to the same tenant, whose term begins the day after (N-30). */
export function renewal(before: Lease, id: LeaseId, terms: LeaseTerms, lessor: Lessor, now: Instant): Lease {
  checkMove(before, 'renew')
  if (before.renewedBy) throw new DomainError('lease.already_renewed')
  if (terms.startOn !== addDays(before.endOn, 1)) throw new DomainError('lease.renewal_start')
  const { requestId, listingId, dwellingId, unit, addressText, lessorId, lessorName, lesseeId, lesseeName } = before
  const same = { requestId, listingId, dwellingId, unit, addressText, lessorId, lessorName, lesseeId, lesseeName }
  return offer({ ...terms, ...same, id, version: 1, createdAt: now, revisedAt: now, renews: before.id }, lessor)
}

/** The renewal is signed: nobody else may renew this lease; a lease that is over gives way at once. */
export function renewedWith(before: Lease, by: LeaseId, now: Instant): Lease {
  checkMove(before, 'renew')
  if (before.renewedBy) throw new DomainError('lease.already_renewed')
  return revise(before, { renewedBy: by, ...(before.endOn < dayAt(now) && { status: 'renewed' as const }) }, now)
}

/** The term of a renewed lease is over: the next one goes on with the list of the same home. */
export function giveWay(before: Lease, now: Instant): Lease {
  checkMove(before, 'giveWay')
  return revise(before, { status: 'renewed' }, now)
}
export function takeOver(next: Lease, before: Lease, now: Instant): Lease {
  checkMove(next, 'takeOver')
  return revise(next, { status: 'active', ...(before.entry && { entry: before.entry }) }, now)
}

/** 到期: the day after the last one. Whoever still lives there holds over (N-30); who never moved in is done. */
export function expire(lease: Lease, now: Instant): Lease {
  checkMove(lease, 'expire')
  return lease.entry
    ? revise(lease, { status: 'holdover', heldOverFrom: addDays(lastDayOf(lease), 1) }, now)
    : revise(lease, { status: 'ended' }, now)
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
