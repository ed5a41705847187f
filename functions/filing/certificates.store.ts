import type { Cause } from '@anju/shared/aggregate'
import { type Day, dayAt, type Instant } from '@anju/shared/day'
import { afterApproval, type Certificates, expectFree, NO_CERTIFICATES } from '@anju/shared/filing/certificates'
import { succeeded } from '@anju/shared/filing/draft'
import type { Filing } from '@anju/shared/filing/filing'
import { read, save } from '../store/record'
import type { Change, Key, Row, Store } from '../store/store'
import { filingRecord } from './filing.store'

/*
 * state
 *   <town>#home#<hash of the address>   certificates   the filings in force of one home, whoever registered it
 */
const certificatesKey = ({ townCode, homeHash }: Pick<Filing, 'townCode' | 'homeHash'>): Key | undefined =>
  homeHash === undefined ? undefined : { pk: `${townCode}#home#${homeHash}`, sk: 'certificates' }

const readCertificates = async (store: Store, key: Key): Promise<Certificates> =>
  (await store.get<Certificates>('state', key)) ?? NO_CERTIFICATES

/** @throws filing.overlap */
export async function expectNoOther(store: Store, filing: Filing): Promise<void> {
  const key = certificatesKey(filing)
  if (key) expectFree(await readCertificates(store, key), filing)
}

/** Whether a filing of a home, or of a part of it, is in force on a day. */
export async function isFiled(store: Store, home: Pick<Filing, 'townCode' | 'homeHash'>, on: Day): Promise<boolean> {
  const key = certificatesKey(home)
  const { claims } = key ? await readCertificates(store, key) : NO_CERTIFICATES
  return claims.some(({ startOn, endOn }) => startOn <= on && on <= endOn)
}

/** A key that one aggregate gives up and another takes in the same transaction is written once; the versions of both guard it. */
function passedOn(changes: Change[]): Change[] {
  const nameOf = (key: Key) => `${key.pk}\n${key.sk}`
  const removed = new Set(changes.flatMap((change) => ('remove' in change ? [nameOf(change.remove)] : [])))
  const put = new Set(changes.flatMap((change) => ('put' in change ? [nameOf(change.put)] : [])))
  return changes.flatMap((change): Change[] => {
    if ('remove' in change) return put.has(nameOf(change.remove)) ? [] : [change]
    if (!removed.has(nameOf(change.put))) return [change]
    return [{ table: change.table, put: change.put }]
  })
}

/** 通过: the case, its place among the filings in force of the home, and what becomes of the filing before it, at once. */
export async function approvalChanges(
  store: Store,
  before: Filing,
  after: Filing,
  { now, cause }: { now: Instant; cause: (kind: string) => Cause },
): Promise<Change[]> {
  const key = certificatesKey(after)
  const [certificates, preceding] = await Promise.all([
    key && readCertificates(store, key),
    after.precedingId && read(store, filingRecord, after.precedingId),
  ])
  const kept = certificates && afterApproval(certificates, after, dayAt(now))
  const follows = preceding && succeeded(preceding, after, now)
  return passedOn([
    ...save(filingRecord, before, after, cause('filing.approved')),
    ...(key && certificates && kept
      ? [
          {
            table: 'state' as const,
            put: { ...kept, ...key } as unknown as Row,
            when: certificates.version === 0 ? ('absent' as const) : { version: certificates.version },
          },
        ]
      : []),
    ...(preceding && follows ? save(filingRecord, preceding, follows, cause(`filing.${follows.status}`)) : []),
  ])
}
