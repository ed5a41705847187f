import { daysFor } from '@anju/shared/bill/parameters'
import { addDays, type Day, dayAt } from '@anju/shared/day'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import type { PastText } from '@anju/shared/lease/amendment'
import type { Lease } from '@anju/shared/lease/lease'
import { isMade, lastDayOf, mayMove } from '@anju/shared/lease/lifecycle'
import { LEASE_PARAMETERS } from '@anju/shared/lease/parameters'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { LeaseTerms } from '@anju/shared/lease/terms'
import { dueRow } from '../due/due'
import { filingReminders } from '../filing/filing.store'
import { type Link, partitionOf, type RecordKind } from '../store/record'
import type { Key, Row, Store } from '../store/store'

/*
 * state
 *   <town>#ask_…      request                               a request to rent
 *   <applicant>       asked#<createdAt>#ask_…               what I sent
 *   <holder>          was-asked#<createdAt>#ask_…           what I received
 *   <applicant>       open-ask#lst_…                        one open request a person and listing
 *   <town>#lea_…      lease                                 a lease
 *   <lessor>          lessor#<createdAt>#lea_…              leases that I gave
 *   <lessee>          lessee#<createdAt>#lea_…              leases that I took
 *   <town>#dwl_…      lease#<startOn>#lea_…                leases of a home that both had confirmed
 *   <town>#lea_…      text#<version>                        a text that was changed later
 */
export const leasesOf = (userId: string, side: 'lessor' | 'lessee') => ({ pk: userId, prefix: `${side}#` })
export const leasesOfHome = (id: DwellingId) => ({ pk: partitionOf(id), prefix: 'lease#' })
export const requestsOf = (userId: string, side: 'sent' | 'received') => ({
  pk: userId,
  prefix: side === 'sent' ? 'asked#' : 'was-asked#',
})

/** Requests that the person still waits for an answer to. */
export const openRequestsOf = (userId: string) => ({ pk: userId, prefix: 'open-ask#' })

export const requestRecord: RecordKind<RentalRequest> = {
  sk: 'request',
  notFound: 'request.not_found',
  links: (request) => [
    { pk: request.applicantId, sk: `asked#${request.createdAt}#${request.id}`, id: request.id },
    { pk: request.holderId, sk: `was-asked#${request.createdAt}#${request.id}`, id: request.id },
    ...(request.status === 'open'
      ? [
          {
            pk: request.applicantId,
            sk: `open-ask#${request.listingId}`,
            id: request.id,
            unique: 'request.already_open' as const,
          },
        ]
      : []),
  ],
}

/** What falls due from the day on which a lease was signed: reminders to file, bills, reminders of its end. */
const dueOnceSigned = (lease: Lease, signedOn: Day): Link[] => [
  // Of a lease on paper we do not know when it was signed, nor whether it is filed.
  ...(lease.paper ? [] : filingReminders(lease, signedOn)),
  dueRow(lease.id, 'bill', signedOn, { from: lease.paper?.billsFrom ?? lease.startOn, queue: lease.lessorId }),
  // A new text, or a tenant who stays on: more may be to be billed than was known when the last bill was made.
  ...(lease.amendedAt ? [dueRow(lease.id, 'bill', dayAt(lease.amendedAt), { queue: lease.lessorId })] : []),
  ...(lease.status === 'holdover'
    ? [dueRow(lease.id, 'bill', addDays(lease.endOn, 2), { queue: lease.lessorId })]
    : []),
  ...daysFor('lease.end_days')
    .map((days) => addDays(lease.endOn, days))
    .filter((day) => day > signedOn)
    .map((day) => dueRow(lease.id, 'lease_end', day)),
]

export const leaseRecord: RecordKind<Lease> = {
  sk: 'lease',
  notFound: 'lease.not_found',
  links: (lease) => {
    const line = { id: lease.id, status: lease.status, endOn: lease.endOn }
    const due = lease.signedAt ? dueOnceSigned(lease, dayAt(lease.signedAt)) : []
    return [
      ...due,
      ...comingEnd(lease),
      { ...line, pk: lease.lessorId, sk: `lessor#${lease.createdAt}#${lease.id}` },
      ...(isMade(lease)
        ? [{ id: lease.id, pk: partitionOf(lease.dwellingId), sk: `lease#${lease.startOn}#${lease.id}` }]
        : []),
      ...(lease.unseen ? [] : [{ ...line, pk: lease.lesseeId, sk: `lessee#${lease.createdAt}#${lease.id}` }]),
    ]
  },
}

/** What falls due as a lease ends: the day after its last one, and the refund of its settlement. */
function comingEnd(lease: Lease): Link[] {
  if (mayMove(lease, 'expire')) return [dueRow(lease.id, 'expiry', addDays(lastDayOf(lease), 1))]
  const { settlement, refund } = lease
  if (lease.status !== 'settled' || !settlement?.refundDueOn || refund) return []
  const { refundDueOn } = settlement
  return [-LEASE_PARAMETERS.refundReminderDays.value, 0, 1].map((days) =>
    dueRow(lease.id, 'refund', addDays(refundDueOn, days), { refundDueOn }),
  )
}

/** A text that both had confirmed, put beside the lease when it is changed. */
export const pastTextRow = (lease: Lease, past: PastText): Row => ({
  ...past,
  terms: LeaseTerms.parse(lease),
  signatures: lease.signatures,
  pk: partitionOf(lease.id),
  sk: `text#${String(past.version).padStart(8, '0')}`,
})
export const pastTextsOf = (leaseId: LeaseId) => ({ pk: partitionOf(leaseId), prefix: 'text#' })

/** The aggregates behind the lines of a list. */
export async function behind<T>(store: Store, sk: string, lines: (Row & { id: string })[]): Promise<T[]> {
  const rows = await store.getMany<T & Key>(
    'state',
    lines.map((line) => ({ pk: partitionOf(line.id), sk })),
  )
  return rows.filter((row): row is T & Key => row !== undefined)
}
