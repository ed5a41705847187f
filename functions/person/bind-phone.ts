import { revise } from '@anju/shared/aggregate'
import { viewMe } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { personRecord } from './person.store'
import { sealPhone } from './seal'

/** 绑定微信手机号: only a number that WeChat vouches for (WX-03). */
export const bindPhone: UseCase<typeof personRoutes.bindPhone> = async (
  { version, code },
  { actor: { person }, now, store, secrets, wechat, cause },
) => {
  expectVersion(person, version)
  const after = revise(person, { phone: sealPhone(secrets, await wechat.phoneOf(code)) }, now)
  await store.commit(save(personRecord, person, after, cause('person.phone_bound')))
  return viewMe(after)
}
