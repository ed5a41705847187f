import { DomainError } from '@anju/shared/errors'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import { maskPhone, parsePhone } from '@anju/shared/person/phone'
import type { Secrets } from '../secret/secrets'

interface Typed {
  ownerName: string
  ownerPhone?: string | undefined
  ownerAccount?: string | undefined
  ownerBank?: string | undefined
}
type Kept = Pick<HeadLease, 'ownerName' | 'ownerPhone' | 'ownerAccount' | 'ownerBank'>

const MASKED_TAIL = 4

/** The owner as kept: phone and account sealed; what is not typed again stays as it was. @throws request.invalid */
export function sealOwner(secrets: Secrets, typed: Typed, before?: Kept): Kept {
  const phone = typed.ownerPhone === undefined ? undefined : parsePhone(typed.ownerPhone)
  if (phone?.kind === null)
    throw new DomainError('request.invalid', { fields: [{ path: 'ownerPhone', message: '电话号码格式不正确' }] })
  const account = typed.ownerAccount?.replaceAll(' ', '')
  const ownerPhone = phone ? secrets.seal('phone', phone.normalised, maskPhone(phone.normalised)) : before?.ownerPhone
  const ownerAccount = account
    ? secrets.seal('account', account, `**** ${account.slice(-MASKED_TAIL)}`)
    : before?.ownerAccount
  const ownerBank = typed.ownerBank ?? before?.ownerBank
  return {
    ownerName: typed.ownerName,
    ...(ownerPhone && { ownerPhone }),
    ...(ownerAccount && { ownerAccount }),
    ...(ownerBank !== undefined && { ownerBank }),
  }
}
