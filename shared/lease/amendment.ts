import * as z from 'zod'
import { revise } from '../aggregate'
import type { Lessor } from '../business/lessor'
import { type Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { DomainError, type FieldError } from '../errors'
import { UserId } from '../id'
import { blocks } from '../rule'
import { checkTerms } from './check-terms'
import type { Lease, Signature } from './lease'
import { checkMove } from './lifecycle'
import { LeaseTerms } from './terms'

/** 变更: new terms that one party proposed and the other has not confirmed yet. */
export const Amendment = z.object({
  terms: LeaseTerms,
  by: UserId.meta({ description: 'the party' }),
  hand: UserId.optional(),
  proposedAt: InstantSchema,
  textHash: z.string(),
})

/** A text that both had confirmed and that was changed later; its terms lie beside the lease. */
export const PastText = z.object({
  version: z.int().meta({ description: 'names it: the version of the lease that still had it' }),
  textHash: z.string(),
  confirmedAt: InstantSchema,
  changedAt: InstantSchema,
})
export type PastText = z.infer<typeof PastText>
export const MOST_PAST_TEXTS = 50

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was agreed for days that are over stays: bills were made by it. Rent changes by a rise from a later day on. */
export function pastChanges(before: LeaseTerms, after: LeaseTerms, today: Day): FieldError[] {
  const fixed = (path: 'startOn' | 'rentFen' | 'payCycle' | 'stubBasis', message: string): FieldError[] =>
    same(sorted(before[path]), sorted(after[path])) ? [] : [{ path, message }]
  const over = (terms: LeaseTerms) => [
    terms.rises.filter(({ from }) => from <= today).map(({ from, rentFen }) => [from, rentFen]),
    terms.freePeriods.filter(({ from }) => from <= today).map(({ from, to }) => [from, to]),
  ]
  return [
    ...fixed('startOn', '起租日不能变更'),
    ...fixed('rentFen', '租金请用“租金调整”从以后的日期开始变更'),
    ...fixed('payCycle', '付款周期不能变更，请续签时调整'),
    ...fixed('stubBasis', '不足月的计算方式不能变更'),
    ...(same(over(before), over(after)) ? [] : [{ path: 'rises', message: '今天及以前的租金和免租期不能变更' }]),
    ...(after.endOn < today ? [{ path: 'endOn', message: '租期结束日不能早于今天' }] : []),
  ]
}
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    : value

/** 提出变更, by either party: replaces what was proposed before. @throws request.invalid, lease.blocked */
export function proposeAmendment(
  lease: Lease,
  terms: LeaseTerms,
  { by, hand, textHash, lessor }: { by: UserId; hand: UserId; textHash: string; lessor: Lessor },
  now: Instant,
): Lease {
  checkMove(lease, 'proposeAmendment')
  if (lease.pastTexts.length >= MOST_PAST_TEXTS) throw new DomainError('lease.amended_often')
  const fields = pastChanges(lease, terms, dayAt(now))
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const rules = blocks(checkTerms(terms, lessor))
  if (rules.length > 0) throw new DomainError('lease.blocked', { rules })
  return revise(lease, { amendment: { terms, by, ...(hand !== by && { hand }), proposedAt: now, textHash } }, now)
}

/** 不同意或撤回变更, by either party. */
export function declineAmendment(lease: Lease, now: Instant): Lease {
  checkMove(lease, 'declineAmendment')
  if (!lease.amendment) throw new DomainError('lease.nothing_proposed')
  const { amendment: _declined, ...rest } = lease
  return revise(rest, {}, now)
}

/** 确认变更, by the other party: the new text holds, the old one is kept; a notice that was given falls. */
export function confirmAmendment(
  lease: Lease,
  { by, hand, lessor }: { by: UserId; hand: UserId; lessor: Lessor },
  now: Instant,
): { after: Lease; past: PastText } {
  checkMove(lease, 'confirmAmendment')
  const { amendment, ending: _ending, ...rest } = lease
  if (!amendment) throw new DomainError('lease.nothing_proposed')
  if (amendment.by === by) throw new DomainError('lease.own_proposal')
  const fields = pastChanges(lease, amendment.terms, dayAt(now))
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const past: PastText = {
    version: lease.version,
    textHash: lease.signatures.at(-1)?.textHash ?? '',
    confirmedAt: lease.signatures.at(-1)?.at ?? lease.createdAt,
    changedAt: now,
  }
  const { textHash } = amendment
  const signatures: Signature[] = [
    { by: amendment.by, ...(amendment.hand && { hand: amendment.hand }), at: amendment.proposedAt, textHash },
    { by, ...(hand !== by && { hand }), at: now, textHash },
  ]
  const after = revise(
    rest,
    {
      ...amendment.terms,
      status: lease.status === 'notice' ? (lease.entry ? 'active' : 'signed') : lease.status,
      warnings: checkTerms(amendment.terms, lessor),
      signatures,
      amendedAt: now,
      pastTexts: [...lease.pastTexts, past],
    },
    now,
  )
  return { after, past }
}
