import { addDays, type Day, dayAt } from '@anju/shared/day'
import { type Filing, type FilingCard, readersOf } from '@anju/shared/filing/filing'
import { isInForce, isOpen, isPrivate } from '@anju/shared/filing/states'
import { filingDueOn } from '@anju/shared/filing/time-limits'
import type { LeaseId } from '@anju/shared/id'
import type * as z from 'zod'
import { dueRow } from '../due/due'
import { type Link, partitionOf, type RecordKind } from '../store/record'

/*
 * state
 *   <town>#fil_…        filing                                the case
 *   <town>#filings      <status>#<submittedAt>#fil_…          the queue of a town, oldest first; a copy for the committee
 *   <lessor|lessee>     filing#<submittedAt>#fil_…            my filings
 *   <lease partition>   alive-filing                          at most one living case a lease
 */
export const queueOf = (regionCode: string, status: Filing['status']) => ({
  pk: `${regionCode}#filings`,
  prefix: `${status}#`,
})
export const aliveFilingKey = (leaseId: string) => ({ pk: partitionOf(leaseId), sk: 'alive-filing' })
export const filingsOf = (userId: string) => ({ pk: userId, prefix: 'filing#' })

type Card = z.infer<typeof FilingCard>
const card = (filing: Filing): Card => ({
  id: filing.id,
  version: filing.version,
  acceptanceNo: filing.acceptanceNo,
  type: filing.type,
  leaseId: filing.leaseId,
  addressText: filing.addressText,
  communityName: filing.communityName,
  unit: filing.unit,
  lessorName: filing.lessorName,
  lesseeName: filing.lesseeName,
  status: filing.status,
  submittedAt: filing.submittedAt,
  dueOn: filing.dueOn,
  ...(filing.reviewDueOn && { reviewDueOn: filing.reviewDueOn }),
  ...(filing.takenBy && { takenBy: filing.takenBy, takenByName: filing.takenByName }),
})

export const filingRecord: RecordKind<Filing> = {
  sk: 'filing',
  notFound: 'filing.not_found',
  links: (filing) => {
    const desks = isPrivate(filing.status)
      ? []
      : [filing.townCode, ...(filing.committeeCode ? [filing.committeeCode] : [])]
    const lines: Link[] = [
      ...desks.map((desk) => ({
        pk: `${desk}#filings`,
        sk: `${filing.status}#${filing.submittedAt}#${filing.id}`,
        ...card(filing),
      })),
      ...readersOf(filing).map((party) => ({
        pk: party,
        sk: `filing#${filing.createdAt}#${filing.id}`,
        ...card(filing),
      })),
    ]
    const alive = isOpen(filing.status) || isInForce(filing.status)
    return alive
      ? [...lines, { ...aliveFilingKey(filing.leaseId), filingId: filing.id, unique: 'filing.exists' }]
      : lines
  },
}

/** 受理号: our own number, from the town, the day and the id; not an official one (FIL-09). */
export const acceptanceNo = (townCode: string, filingId: string, now: string): string =>
  `AJ${townCode}${dayAt(now).replaceAll('-', '')}${filingId.slice(-6)}`

/** Days after signing on which the parties are reminded to file (SH-CON-01), and once more when the term is over. */
const REMIND_AFTER_DAYS = [20, 27]

/** The reminders of a signed lease. */
export const filingReminders = ({ id: leaseId }: { id: LeaseId }, signedOn: Day): Link[] =>
  [...REMIND_AFTER_DAYS.map((days) => addDays(signedOn, days)), addDays(filingDueOn(signedOn), 1)].map((day) =>
    dueRow(leaseId, 'filing', day, { leaseId, dueOn: filingDueOn(signedOn) }),
  )
