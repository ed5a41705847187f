import { type Day, dayAt, type Instant } from '../day'
import type { FilingId, UserId } from '../id'
import type { Lease } from '../lease/lease'
import { lastDayOf } from '../lease/lifecycle'
import type { Filing } from './filing'
import type { FilingType } from './states'
import { changeDueOn, filingDueOn } from './time-limits'

interface Beginning {
  id: FilingId
  type: FilingType
  acceptanceNo: string
  townCode: string
  initiatorRole: Filing['initiatorRole']
  by: UserId
  /** The filing in force that this case is about. */
  preceding?: Filing | undefined
  now: Instant
}

/** The last day on which this must be filed (SH-CON-01, SH-CON-02): 30 days from what happened. */
function dueOnOf(type: FilingType, lease: Lease, preceding: Filing | undefined, signedOn: Day): Day {
  switch (type) {
    case 'new':
      return filingDueOn(signedOn)
    case 'change':
      return changeDueOn(dayAt(lease.amendedAt ?? lease.revisedAt))
    case 'extension':
      return changeDueOn(preceding?.endOn ?? lease.startOn)
    case 'cancellation':
      return changeDueOn(lease.exit?.handedOn ?? lastDayOf(lease))
  }
}

/** A case before the home was read. */
export type NewCase = Omit<Filing, 'addressText' | 'communityName'>

/** A draft with what the lease says, and what the filing before it said: only what changed is typed again. */
export function newCase(
  lease: Lease,
  { id, type, acceptanceNo, townCode, initiatorRole, by, preceding, now }: Beginning,
): NewCase {
  const signedOn = dayAt(lease.signedAt ?? lease.createdAt)
  return {
    id,
    version: 1,
    createdAt: now,
    revisedAt: now,
    acceptanceNo,
    type,
    channel: 'mini_program',
    initiatorRole,
    startedBy: by,
    ...(preceding && { precedingId: preceding.id }),
    leaseId: lease.id,
    dwellingId: lease.dwellingId,
    townCode,
    unit: lease.unit,
    lessorId: lease.lessorId,
    lessorName: lease.lessorName,
    lesseeId: lease.lesseeId,
    lesseeName: lease.lesseeName,
    startOn: lease.startOn,
    endOn: lease.endOn,
    rentFen: lease.rentFen,
    depositFen: lease.deposit.amountFen,
    submittedBy: by,
    submittedAt: now,
    signedOn,
    dueOn: dueOnOf(type, lease, preceding, signedOn),
    ...(lease.paper && { onPaper: true as const }),
    status: 'draft',
    details: preceding?.details ?? {},
    materials: [],
    occupants: preceding?.occupants ?? [],
    parties: [],
    hits: [],
    checklist: [],
    supplements: [],
    reasons: [],
  }
}
