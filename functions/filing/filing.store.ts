import { addDays, type Day, dayAt } from '@anju/shared/day'
import { type Filing, type FilingCard, holds, readersOf } from '@anju/shared/filing/filing'
import { isOpen, isPrivate } from '@anju/shared/filing/states'
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
 *   <lease partition>   alive-filing                          at most one filing in force, or case that will be, a lease
 *   <lease partition>   open-filing-case                      at most one open case about that
 */
export const queueOf = (regionCode: string, status: Filing['status']) => ({
  pk: `${regionCode}#filings`,
  prefix: `${status}#`,
})
export const aliveFilingKey = (leaseId: string) => ({ pk: partitionOf(leaseId), sk: 'alive-filing' })
export const openCaseKey = (leaseId: string) => ({ pk: partitionOf(leaseId), sk: 'open-filing-case' })
export const filingsOf = (userId: string) => ({ pk: userId, prefix: 'filing#' })

/** What nobody else may have of the lease: its filing in force, or the case that will be; and one case about that. */
function claimsOf(filing: Filing): Link[] {
  const about = { filingId: filing.id, unique: 'filing.exists' } as const
  const follows = filing.precedingId !== undefined && filing.type !== 'extension'
  if (holds(filing) || (isOpen(filing.status) && !follows)) return [{ ...aliveFilingKey(filing.leaseId), ...about }]
  return isOpen(filing.status) ? [{ ...openCaseKey(filing.leaseId), ...about }] : []
}

/** The days on which the calendar acts on a case: a task to begin with, an answer that is waited for, the last day of a filing. */
function dueRowsOf(filing: Filing): Link[] {
  const on = (day: Day | undefined) => (day ? [dueRow(filing.id, 'filing_case', day)] : [])
  const after = (day: Day | undefined) => day && addDays(day, 1)
  switch (filing.status) {
    case 'draft':
      return filing.precedingId ? [addDays(filing.dueOn, -10), addDays(filing.dueOn, -3)].flatMap(on) : []
    case 'awaiting_counterparty':
      return on(after(filing.confirmBy))
    case 'supplement':
      return on(after(filing.supplements.at(-1)?.dueOn))
    default:
      return holds(filing) ? on(after(filing.validTo)) : []
  }
}

/** What the journal says of a case that was handed in. */
export const handedInAs = ({ status }: Filing) =>
  status === 'awaiting_counterparty' ? 'filing.confirmation_asked' : 'filing.submitted'

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
    return [...lines, ...claimsOf(filing), ...dueRowsOf(filing)]
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
