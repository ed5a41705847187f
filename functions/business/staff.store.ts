import { type Business, businessIdOf } from '@anju/shared/business/business'
import { CODE_TRIES_AN_HOUR, type Invitation, isOpen } from '@anju/shared/business/staff'
import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { InvitationId, UserId } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import type { TeamRole } from '@anju/shared/person/role'
import { personRecord } from '../person/person.store'
import { codeFrom } from '../secret/code'
import type { Secrets } from '../secret/secrets'
import { findMany, type RecordKind } from '../store/record'
import { type Change, Conflict, type Key, type Row, type Store } from '../store/store'
import { businessRecord } from './business.store'

/*
 * state
 *   inv_…             invitation                   one invitation
 *   code_<hmac>       invitation                   code → invitation, while it is open
 *   <holder>          invitation#<createdAt>#inv_… invitations that nobody has used yet
 *   <holder>          staff#usr_…                  who works for me (a link of the person)
 *   <holder>          left#<at>#usr_…              who left, with the hand-over note
 *   <person>          code-tries                   wrong codes typed within the hour
 */
export const invitationsOf = (holderId: string) => ({ pk: holderId, prefix: 'invitation#' })
export const staffOf = (holderId: string) => ({ pk: holderId, prefix: 'staff#' })
export const departuresOf = (holderId: string) => ({ pk: holderId, prefix: 'left#' })
export const codeKey = (codeIndex: string): Key => ({ pk: `code_${codeIndex}`, sk: 'invitation' })

export const invitationRecord: RecordKind<Invitation> = {
  sk: 'invitation',
  notFound: 'staff.invitation_not_found',
  links: ({ id, holderId, createdAt, status, codeIndex }) => [
    // A code that was used stays known, so that its user is answered once more after a lost answer.
    ...(status === 'withdrawn' ? [] : [{ ...codeKey(codeIndex), id, unique: 'request.changed' as const }]),
    ...(status === 'open' ? [{ pk: holderId, sk: `invitation#${createdAt}#${id}`, id }] : []),
  ],
}

/** 交接记录 of somebody who leaves. */
export const departure = (
  holderId: UserId,
  { note, ...left }: { userId: UserId; roles: TeamRole[]; at: Instant; by: UserId; note: string },
): Change => {
  const { pk, prefix } = departuresOf(holderId)
  return { table: 'state', put: { pk, sk: `${prefix}${left.at}#${left.userId}`, ...left, note }, when: 'absent' }
}

/** The code of an invitation, made from its id. */
export const codeOf = (secrets: Secrets, id: InvitationId): string => codeFrom(secrets, 'invitation-code', id)
export const codeIndexOf = (secrets: Secrets, code: string): string => secrets.index('invitation', code)

/** An invitation for those who may see its code. */
export function viewInvitation(secrets: Secrets, now: Instant, invitation: Invitation) {
  const { codeIndex: _index, ...rest } = invitation
  return { ...rest, ...(isOpen(invitation, now) && { code: codeOf(secrets, invitation.id) }) }
}

const HOUR_MILLIS = 3_600_000
const triesKey = (userId: UserId): Key => ({ pk: userId, sk: 'code-tries' })

/**
 * Books one try before the code is looked at, so that guesses sent at once do not slip through.
 * @returns the change that forgets it again, for a code that was right
 * @throws staff.too_many_tries
 */
export async function bookTry(store: Store, userId: UserId, now: Instant): Promise<Change> {
  const key = triesKey(userId)
  const before = await store.get<{ tries: number; since: Instant; version: number }>('state', key)
  const same = before !== undefined && Date.parse(now) - Date.parse(before.since) < HOUR_MILLIS
  const tries = same ? before.tries : 0
  if (tries >= CODE_TRIES_AN_HOUR) throw new DomainError('staff.too_many_tries')
  const since = same ? before.since : now
  const version = (before?.version ?? 0) + 1
  const expires = Math.floor((Date.parse(since) + HOUR_MILLIS) / 1000)
  const put: Row = { ...key, tries: tries + 1, since, version, expires }
  await store
    .commit([{ table: 'state', put, when: before ? { version: before.version } : 'absent' }])
    .catch((error: unknown) => {
      throw error instanceof Conflict ? new DomainError('staff.too_many_tries') : error
    })
  return { table: 'state', put: { ...put, tries, version: version + 1 }, when: { version } }
}

/** What holders are called: as a business, or by their own name. */
export async function holderNames(store: Store, holderIds: UserId[]): Promise<Map<UserId, string>> {
  const asked = holderIds.flatMap((id): [Pick<RecordKind<never>, 'sk'>, string][] => [
    [businessRecord, businessIdOf(id)],
    [personRecord, id],
  ])
  const found = await findMany(store, asked)
  return new Map(
    holderIds.map((id, index) => {
      const [business, person] = found.slice(index * 2, index * 2 + 2) as [Business | undefined, Person | undefined]
      return [id, business?.name ?? person?.realName ?? '']
    }),
  )
}
