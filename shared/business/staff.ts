import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { InvitationId, UserId } from '../id'
import type { Person } from '../person/person'
import { type Role, TeamRole } from '../person/role'

const DAY_MILLIS = 86_400_000
/** Our own choices (A): how long a code holds, how often a person may type a wrong one, how large a team may be. */
export const INVITATION_DAYS = 7
export const CODE_TRIES_AN_HOUR = 5
export const MOST_STAFF = 50

/** What is read aloud and typed: eight characters without I, L, O and U. */
export const InvitationCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, '邀请码为 8 位数字和字母，请核对')
  .meta({ description: 'single-use code of an invitation' })

export const InvitationStatus = z.enum(['open', 'used', 'withdrawn'])
const facts = {
  id: InvitationId,
  holderId: UserId,
  role: TeamRole,
  status: InvitationStatus,
  invitedBy: UserId,
  expiresAt: InstantSchema,
  usedBy: UserId.optional(),
  ...aggregate,
}

/** 邀请 as stored: the code is found by its HMAC, and made again from the id for those who may see it. */
export interface Invitation extends Aggregate, z.infer<z.ZodObject<typeof facts>> {
  id: InvitationId
  codeIndex: string
}
/** 邀请 as the holder sees it: with its code while it is open. */
export const InvitationView = z.object({ ...facts, code: z.string().optional() })

/** A holder gives any hat; a manager those below their own, and takes only those. */
export function expectMayAppoint(own: readonly Role[], role: TeamRole): void {
  const holder = own.some((each) => each === 'landlord' || each === 'sublandlord')
  if (!holder && role === 'manager') throw new DomainError('staff.above_you')
}

/** 邀请. */
export const invite = (
  given: Pick<Invitation, 'id' | 'holderId' | 'role' | 'invitedBy' | 'codeIndex'>,
  now: Instant,
): Invitation => ({
  ...given,
  status: 'open',
  expiresAt: new Date(Date.parse(now) + INVITATION_DAYS * DAY_MILLIS).toISOString(),
  version: 1,
  createdAt: now,
  revisedAt: now,
})

export const isOpen = ({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>, now: Instant): boolean =>
  status === 'open' && now < expiresAt

/** 撤回邀请: what is used already stays. */
export function withdrawInvitation(invitation: Invitation, now: Instant): Invitation {
  if (invitation.status !== 'open') throw new DomainError('staff.invitation_over')
  return revise(invitation, { status: 'withdrawn' }, now)
}

/** 接受邀请: once, in time, by somebody else than the holder. */
export function acceptInvitation(invitation: Invitation, by: UserId, now: Instant): Invitation {
  if (invitation.holderId === by) throw new DomainError('staff.own_team')
  if (!isOpen(invitation, now)) throw new DomainError('staff.code')
  return revise(invitation, { status: 'used', usedBy: by }, now)
}

export const rolesFor = (person: Pick<Person, 'hats'>, holderId: UserId): TeamRole[] =>
  person.hats.flatMap(({ role, holderId: worksFor }) => (worksFor === holderId ? [role as TeamRole] : []))

/** The same person with exactly these roles for a holder; the same object where nothing changes. */
export function withRoles(person: Person, holderId: UserId, roles: readonly TeamRole[], now: Instant): Person {
  const before = rolesFor(person, holderId)
  if (before.length === roles.length && before.every((role) => roles.includes(role))) return person
  const others = person.hats.filter((hat) => hat.holderId !== holderId)
  return revise(person, { hats: [...others, ...roles.map((role) => ({ role, holderId }))] }, now)
}

export const StaffMember = z.object({ userId: UserId, name: z.string(), roles: z.array(TeamRole) })
/** 交接记录: who left, when, and what was handed over. */
export const Departure = z.object({
  userId: UserId,
  name: z.string(),
  roles: z.array(TeamRole),
  at: InstantSchema,
  by: UserId,
  note: z.string(),
})
