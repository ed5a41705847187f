import { randomInt } from 'node:crypto'
import { revise } from '@anju/shared/aggregate'
import { DomainError } from '@anju/shared/errors'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { headLeaseRecord } from './head-lease.store'

/** Without letters that look like others; 32 to the tenth are 50 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 10
const DAYS = 7

/** 邀请业主: a code for one use; a new one takes the place of the one before. We keep its index only. */
export const inviteOwner: UseCase<typeof headLeaseRoutes.inviteOwner> = async (
  _input,
  { now, subject: headLease, store, secrets, cause },
) => {
  if (headLease.endedOn) throw new DomainError('head_lease.ended')
  if (headLease.ownerId) throw new DomainError('owner.bound')
  const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const until = new Date(Date.parse(now) + DAYS * 86_400_000).toISOString()
  const after = revise(headLease, { invitation: { index: secrets.index('owner-code', code), until } }, now)
  await store.commit(save(headLeaseRecord, headLease, after, cause('head_lease.owner_invited')))
  return { code, until }
}
