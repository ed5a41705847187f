import { composeId, type UserId } from '@anju/shared/id'
import { type Person, viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import { ulid } from 'ulid'
import { openSession } from '../http/session'
import type { UseCase } from '../http/use-case'
import { read, save } from '../store/record'
import { Conflict } from '../store/store'
import { openidKey, personRecord } from './person.store'

type LogIn = UseCase<typeof personRoutes.logIn>
type World = Parameters<LogIn>[1]

/** 微信登录: the first time makes the account, with the hat of a tenant. */
export const logIn: LogIn = async ({ code }, world) => {
  const openid = await world.wechat.openidOf(code)
  try {
    return (await comeBack(openid, world)) ?? (await join(openid, world))
  } catch (error) {
    // Two first log-ins at once: the account is there by now.
    const back = error instanceof Conflict ? await comeBack(openid, world) : undefined
    if (!back) throw error
    return back
  }
}

async function comeBack(openid: string, { now, store, secrets }: World) {
  const known = await store.get<{ userId: UserId }>('state', openidKey(secrets.index('openid', openid)))
  if (!known) return undefined
  const person = await read(store, personRecord, known.userId)
  const { token, change } = await openSession(person.id, openid, secrets, now)
  await store.commit([change])
  return { token, me: viewMe(person) }
}

async function join(openid: string, { now, store, secrets, cause }: World) {
  const person: Person = {
    id: composeId('usr', ulid(Date.parse(now))),
    version: 1,
    createdAt: now,
    revisedAt: now,
    openidIndex: secrets.index('openid', openid),
    hats: [{ role: 'tenant' }],
  }
  const { token, change } = await openSession(person.id, openid, secrets, now)
  await store.commit([...save(personRecord, undefined, person, { ...cause('person.joined'), by: person.id }), change])
  return { token, me: viewMe(person) }
}
