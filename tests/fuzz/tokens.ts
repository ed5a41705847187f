import { personRoutes } from '@anju/shared/person/person.routes'
import { SignJWT } from 'jose'
import { type Citizen, newId, type Town } from '../town'
import type { Caller } from './cast'

/** Tokens that are worth nothing, each for another reason. */
export async function brokenTokens(town: Town, { token, id }: Citizen): Promise<Caller[]> {
  const [head, payload, seal] = token.split('.') as [string, string, string]
  const seconds = Math.floor(Date.parse(town.world.now()) / 1_000)
  const signed = (key: Uint8Array, sid: string, expires: number, issuer = 'anju') =>
    new SignJWT({ sid })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject(id)
      .setExpirationTime(expires)
      .sign(key)
  const key = town.world.secrets.sessionKey
  const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const ended = await town.join()
  await ended.call(personRoutes.logOut, {})
  const closed = await town.join()
  await closed.call(personRoutes.closeAccount, { commandId: newId('cmd'), version: closed.me.version })
  const own = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }
  const worthless: [string, string][] = [
    ['empty', ''],
    ['no scheme', token],
    ['another scheme', `Basic ${token}`],
    ['small scheme', `bearer ${token}`],
    ['scheme only', 'Bearer '],
    ['nonsense', 'Bearer abc'],
    ['dots', 'Bearer ..'],
    ['half', `Bearer ${head}.${payload}`],
    ['another seal', `Bearer ${head}.${payload}.${seal.split('').reverse().join('')}`],
    ['another bearer', `Bearer ${head}.${packed({ ...own, sub: 'usr_01HZZZZZZZZZZZZZZZZZZZZZZZ' })}.${seal}`],
    ['unsigned', `Bearer ${packed({ alg: 'none' })}.${payload}.`],
    ['another key', `Bearer ${await signed(new Uint8Array(32), own.sid, seconds + 1_000_000)}`],
    ['another issuer', `Bearer ${await signed(key, own.sid, seconds + 1_000_000, 'other')}`],
    ['expired', `Bearer ${await signed(key, own.sid, seconds - 1)}`],
    ['another session', `Bearer ${await signed(key, newId('ses'), seconds + 1_000_000)}`],
    ['no session id', `Bearer ${await signed(key, '', seconds + 1_000_000)}`],
    ['long', `Bearer ${'a'.repeat(6_000)}`],
    ['ended session', `Bearer ${ended.token}`],
    ['closed account', `Bearer ${closed.token}`],
  ]
  return worthless.map(([label, authorization]) => ({ label: `token: ${label}`, authorization }))
}
