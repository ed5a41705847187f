import { composeId, type UserId } from '@anju/shared/id'
import { type Person, viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import { ulid } from 'ulid'
import { openSession } from '../http/session'
import type { UseCase } from '../http/use-case'
import { read, save } from '../store/record'
import { openidKey, personRecord } from './person.store'

/** 微信登录: the first time makes the account, with the hat of a tenant. */
export const logIn: UseCase<typeof personRoutes.logIn> = async ({ code }, { now, store, secrets, wechat, cause }) => {
  const openidIndex = secrets.index('openid', await wechat.openidOf(code))
  const known = await store.get<{ userId: UserId }>('state', openidKey(openidIndex))
  if (known) {
    const person = await read(store, personRecord, known.userId)
    const { token, change } = await openSession(person.id, secrets, now)
    await store.commit([change])
    return { token, me: viewMe(person) }
  }
  const person: Person = {
    id: composeId('usr', ulid(Date.parse(now))),
    version: 1,
    createdAt: now,
    revisedAt: now,
    openidIndex,
    hats: [{ role: 'tenant' }],
  }
  const { token, change } = await openSession(person.id, secrets, now)
  await store.commit([...save(personRecord, undefined, person, { ...cause('person.joined'), by: person.id }), change])
  return { token, me: viewMe(person) }
}
