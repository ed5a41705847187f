import { type Business, holderOf, maskAccount, settleFacts } from '@anju/shared/business/business'
import type { businessRoutes } from '@anju/shared/business/business.routes'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { businessRecord, readStanding, viewBusiness } from './business.store'

/** 填写经营主体: the number of the account is sealed and never leaves unmasked; without a new one the old one stays. */
export const setBusiness: UseCase<typeof businessRoutes.setBusiness> = async (
  { commandId: _command, businessId, version, account, ...facts },
  { now, store, secrets, cause },
) => {
  const holderId = holderOf(businessId)
  const standing = await readStanding(store, holderId)
  const { business: before } = standing
  if (before?.version !== version) throw new DomainError('request.changed')
  const number = account?.number
    ? secrets.seal('account', account.number, maskAccount(account.number))
    : before?.account?.number
  if (account && !number)
    throw new DomainError('request.invalid', { fields: [{ path: 'account.number', message: '请填写监管账户的账号' }] })
  const after: Business = {
    ...settleFacts(facts, dayAt(now)),
    id: businessId,
    holderId,
    ...(account && number && { account: { bankName: account.bankName, number } }),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    revisedAt: now,
  }
  await store.commit(save(businessRecord, before, after, cause(before ? 'business.revised' : 'business.set')))
  return viewBusiness(holderId, { ...standing, business: after }, now)
}
