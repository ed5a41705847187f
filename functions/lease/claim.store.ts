import { DomainError } from '@anju/shared/errors'
import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { codeFrom } from '../secret/code'
import type { Secrets } from '../secret/secrets'
import { find, partitionOf } from '../store/record'
import type { Change, Key, Store } from '../store/store'
import { leaseRecord } from './lease.store'

/*
 * state
 *   lease-code_<hmac>   lease   code → the lease on paper that it lets claim; gone when it is used, replaced or old
 *   <town>#lea_…        paper   the phone of a tenant who has no account yet, sealed
 */
export const paperKey = (leaseId: LeaseId): Key => ({ pk: partitionOf(leaseId), sk: 'paper' })
const codeKey = (secrets: Secrets, code: string): Key => ({
  pk: `lease-code_${secrets.index('lease-code', code)}`,
  sk: 'lease',
})

/** The code of the invitation of a lease; made again for those who may see it, so that nobody has to keep it. */
export function codeOf(secrets: Secrets, { id, paper }: Pick<Lease, 'id' | 'paper'>): string | undefined {
  const { invitation } = paper ?? {}
  return invitation && codeFrom(secrets, 'lease-invitation', `${id}#${invitation.serial}`)
}

/** The rows by which a code is found, as the invitation of a lease changes. */
export function codeChanges(secrets: Secrets, before: Lease, after: Lease): Change[] {
  const [old, next] = [codeOf(secrets, before), codeOf(secrets, after)]
  if (old === next) return []
  const until = after.paper?.invitation?.until
  return [
    ...(old ? [{ table: 'state' as const, remove: codeKey(secrets, old) }] : []),
    ...(next && until
      ? [
          {
            table: 'state' as const,
            put: { ...codeKey(secrets, next), id: after.id, expires: Math.floor(Date.parse(until) / 1000) },
            when: 'absent' as const,
          },
        ]
      : []),
  ]
}

/** The lease that a code names. @throws lease.invitation_code */
export async function leaseBy(store: Store, secrets: Secrets, code: string): Promise<Lease> {
  const row = await store.get<{ id: LeaseId }>('state', codeKey(secrets, code))
  const lease = row && (await find(store, leaseRecord, row.id))
  if (!lease || codeOf(secrets, lease) !== code) throw new DomainError('lease.invitation_code')
  return lease
}
