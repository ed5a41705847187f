import type { UserId } from '@anju/shared/id'
import type { Template } from '@anju/shared/notice/template'
import type { SealedText } from '@anju/shared/person/sealed'
import type { Change, Key } from '../store/store'

/*
 * state
 *   <person>   consent#<template>   how many messages of WeChat the person still agrees to, and where they go
 */
export interface Consent {
  balance: number
  openid: SealedText
  version: number
}
export const consentKey = (userId: UserId, template: Template): Key => ({ pk: userId, sk: `consent#${template}` })

export const saveConsent = (
  userId: UserId,
  template: Template,
  before: Consent | undefined,
  after: Pick<Consent, 'balance'> & Partial<Consent>,
): Change => ({
  table: 'state',
  put: { ...before, ...after, ...consentKey(userId, template), version: (before?.version ?? 0) + 1 },
  when: before ? { version: before.version } : 'absent',
})
