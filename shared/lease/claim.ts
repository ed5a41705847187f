import * as z from 'zod'
import { revise } from '../aggregate'
import type { Lessor } from '../business/lessor'
import { judgeWords } from '../content/words'
import { Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { UserId } from '../id'
import { pastChanges } from './amendment'
import { checkTerms } from './check-terms'
import type { Lease, Signature } from './lease'
import { checkMove } from './lifecycle'
import type { LeaseTerms } from './terms'

const DAY_MILLIS = 86_400_000
/** Our own choice (A): how long a code holds that a tenant is given. */
const CLAIM_DAYS = 14

export const Objection = z.object({ words: z.string().trim().min(2, '请写明哪里不对').max(300), at: InstantSchema })

/** 纸面租约: signed outside and taken over from a spreadsheet; its tenant has no account until they claim it. */
export const Paper = z.object({
  billsFrom: Day.meta({ description: 'the first day whose rent is billed here' }),
  phoneMasked: z.string().optional(),
  invitation: z
    .object({
      serial: z.int().meta({ description: 'tells the codes of one lease apart' }),
      hand: UserId.meta({ description: 'who stands for the text on the side of the lessor' }),
      at: InstantSchema,
      until: InstantSchema,
    })
    .optional(),
  objection: Objection.optional().meta({ description: 'what the invited tenant says is wrong' }),
  claimedAt: InstantSchema.optional(),
})
export type Paper = z.infer<typeof Paper>

/** Whether its tenant is nobody here yet. */
export const isUnclaimed = ({ paper }: Pick<Lease, 'paper'>): boolean => paper !== undefined && !paper.claimedAt

/** @throws lease.claimed where the lease has its tenant already, or never was on paper alone */
function unclaimed(lease: Lease): Paper {
  if (!lease.paper || lease.paper.claimedAt) throw new DomainError('lease.claimed')
  return lease.paper
}

/** 邀请租客认领: a new code takes the place of the one before. */
export function inviteLessee(lease: Lease, hand: UserId, now: Instant): Lease {
  checkMove(lease, 'inviteLessee')
  const paper = unclaimed(lease)
  const until = new Date(Date.parse(now) + CLAIM_DAYS * DAY_MILLIS).toISOString()
  return revise(lease, { paper: { ...paper, invitation: { serial: lease.version, hand, at: now, until } } }, now)
}

/** 撤回认领邀请: the code is worth nothing from now on. */
export function withdrawInvitation(lease: Lease, now: Instant): Lease {
  const { invitation, ...paper } = unclaimed(lease)
  if (!invitation) throw new DomainError('lease.nothing_proposed')
  return revise(lease, { paper }, now)
}

/** The invitation by which somebody else than the lessor comes, while it holds. @throws lease.invitation_code, lease.own_invitation */
export function expectInvited(lease: Lease, by: UserId, now: Instant): NonNullable<Paper['invitation']> {
  const { paper } = lease
  if (!paper?.invitation || paper.claimedAt || paper.invitation.until <= now)
    throw new DomainError('lease.invitation_code')
  if (lease.lessorId === by) throw new DomainError('lease.own_invitation')
  return paper.invitation
}

const plain = (name: string): string => name.replaceAll(/[\s·•.]/g, '')

/**
 * 认领: who was invited becomes the lessee, by the name that stands on the paper. The text stands as both have confirmed it:
 * the lessor when they invited, the lessee now.
 * @throws lease.invitation_code, lease.own_invitation, lease.name_differs
 */
export function claim(
  lease: Lease,
  { by, name, textHash }: { by: UserId; name: string; textHash: string },
  now: Instant,
): Lease {
  checkMove(lease, 'claim')
  const { hand, at } = expectInvited(lease, by, now)
  if (plain(name) !== plain(lease.lesseeName)) throw new DomainError('lease.name_differs')
  const { invitation: _used, objection: _answered, phoneMasked: _phone, ...paper } = unclaimed(lease)
  const signatures: Signature[] = [
    { by: lease.lessorId, ...(hand !== lease.lessorId && { hand }), at, textHash },
    { by, at: now, textHash },
  ]
  return revise(lease, { lesseeId: by, signatures, paper: { ...paper, claimedAt: now } }, now)
}

/** 内容不对: the invited tenant says what is wrong; the same words twice say nothing more. @throws content.refused */
export function objectTo(lease: Lease, by: UserId, words: string, now: Instant): Lease {
  checkMove(lease, 'claim')
  expectInvited(lease, by, now)
  if (judgeWords(words) === 'risky') throw new DomainError('content.refused')
  const paper = unclaimed(lease)
  if (paper.objection?.words === words) return lease
  return revise(lease, { paper: { ...paper, objection: { words, at: now } } }, now)
}

/**
 * 更正纸面租约, by the lessor alone while nobody has claimed it: what was written off the paper wrongly. What bills were made
 * by stays, as with a change that both agree on. @throws request.invalid
 */
export function correct(
  lease: Lease,
  { lesseeName, ...terms }: LeaseTerms & { lesseeName: string },
  { lessor, billed }: { lessor: Lessor; billed: boolean },
  now: Instant,
): Lease {
  checkMove(lease, 'correct')
  const { objection: _answered, ...paper } = unclaimed(lease)
  const fields = pastChanges(lease, terms, dayAt(now)).filter(
    ({ path }) => billed || path === 'startOn' || path === 'endOn',
  )
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  return revise(lease, { ...terms, lesseeName, warnings: checkTerms(terms, lessor), amendedAt: now, paper }, now)
}
