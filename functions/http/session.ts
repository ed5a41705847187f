import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { composeId, type SessionId, type UserId } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import type { SealedText } from '@anju/shared/person/sealed'
import { jwtVerify, SignJWT } from 'jose'
import { ulid } from 'ulid'
import type { Secrets } from '../secret/secrets'
import type { Change, Key, Store } from '../store/store'
import type { Actor } from './use-case'

const SESSION_DAYS = 30
const ISSUER = 'anju'

const sessionKey = (userId: UserId, sessionId: SessionId) => ({ pk: userId, sk: `session#${sessionId}` })

/** A new session: its row, with the openid sealed, and the token that names it. */
export async function openSession(
  userId: UserId,
  openid: string,
  secrets: Secrets,
  now: Instant,
): Promise<{ token: string; change: Change }> {
  const sessionId = composeId('ses', ulid(Date.parse(now)))
  const seconds = Math.floor(Date.parse(now) / 1000)
  const expires = seconds + SESSION_DAYS * 86_400
  const token = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(userId)
    .setIssuedAt(seconds)
    .setExpirationTime(expires)
    .sign(secrets.sessionKey)
  const row = { openedAt: now, expires, openid: secrets.seal('openid', openid, '') }
  return { token, change: { table: 'state', put: { ...sessionKey(userId, sessionId), ...row }, when: 'absent' } }
}

/** The WeChat account behind a session, sealed: where messages of WeChat go. @throws session.expired */
export async function openidOf(store: Store, { userId, sessionId }: Actor): Promise<SealedText> {
  const session = await store.get<{ openid?: SealedText }>('state', sessionKey(userId, sessionId))
  if (!session?.openid) throw new DomainError('session.expired')
  return session.openid
}

export const endSession = (actor: Actor): Change => ({
  table: 'state',
  remove: sessionKey(actor.userId, actor.sessionId),
})

/** Whom a token names. Only its seal and its time are checked, without a read. @throws session.expired */
export async function namedBy(
  token: string,
  secrets: Secrets,
  now: Instant,
): Promise<Pick<Actor, 'userId' | 'sessionId'>> {
  const claims = await jwtVerify(token, secrets.sessionKey, {
    issuer: ISSUER,
    algorithms: ['HS256'],
    currentDate: new Date(now),
  }).catch(() => undefined)
  const userId = claims?.payload.sub as UserId | undefined
  const sessionId = claims?.payload.sid as SessionId | undefined
  if (!userId || !sessionId) throw new DomainError('session.expired')
  return { userId, sessionId }
}

/**
 * The actor; both the session and the person must still be there, and so must the hat where they act for a holder.
 * @throws session.expired, access.holder
 */
export async function authenticate(
  { userId, sessionId }: Pick<Actor, 'userId' | 'sessionId'>,
  holderId: string | undefined,
  store: Store,
  now: Instant,
): Promise<Actor> {
  const [session, person] = await store.getMany<{ expires: number } & Person & Key>('state', [
    sessionKey(userId, sessionId),
    { pk: userId, sk: 'person' },
  ])
  if (!session || session.expires * 1000 <= Date.parse(now) || !person || person.closedAt)
    throw new DomainError('session.expired')
  const { pk: _pk, sk: _sk, ...rest } = person
  const holder = holderId === undefined ? userId : person.hats.find((hat) => hat.holderId === holderId)?.holderId
  if (!holder) throw new DomainError('access.holder')
  return { userId, sessionId, person: rest, holderId: holder }
}
