import { type Complaint, type ComplaintCard, deskOf, isOpen } from '@anju/shared/complaint/complaint'
import { addDays, dayAt } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import { dueRow } from '../due/due'
import type { Link, RecordKind } from '../store/record'

/*
 * state
 *   <town>#cmp_…        complaint                                     the complaint
 *   <town>#complaints   <status>#<0|1>#<answerBy>#cmp_…               the desk of a town: urgent first, then by its limit;
 *                                                                     a copy for the committee, unless it is urgent
 *   <reporter>          complaint#<createdAt>#cmp_…                   complaints of mine
 *   <respondent>        complaint-asked#<askedAt>#cmp_…               where the desk asked me
 *   <reporter>          complaint-open#<about>#<kind>                 at most one open complaint of a kind about a thing
 */
export const complaintsAt = (regionCode: string, status: Complaint['status']) => ({
  pk: `${regionCode}#complaints`,
  prefix: `${status}#`,
})
export const complaintsOf = (userId: UserId, side: 'reporter' | 'respondent') => ({
  pk: userId,
  prefix: side === 'reporter' ? 'complaint#' : 'complaint-asked#',
})

const cardOf = (complaint: Complaint): ComplaintCard => ({
  id: complaint.id,
  version: complaint.version,
  kind: complaint.kind,
  urgent: complaint.urgent,
  placeText: complaint.placeText,
  status: complaint.status,
  round: complaint.round,
  createdAt: complaint.createdAt,
  acceptBy: complaint.acceptBy,
  answerBy: complaint.answerBy,
  ...(complaint.takenBy && { takenBy: complaint.takenBy }),
  ...(complaint.takenByName && { takenByName: complaint.takenByName }),
  ...(complaint.outcome && { outcome: complaint.outcome }),
})

export const complaintRecord: RecordKind<Complaint> = {
  sk: 'complaint',
  notFound: 'complaint.not_found',
  links: (complaint) => {
    const { id, kind, status, urgent, answerBy, townCode, reporterId, respondentId, askedAt, createdAt } = complaint
    const card = cardOf(complaint)
    const desks = [...new Set([townCode, deskOf(complaint)])]
    const links: Link[] = [
      ...desks.map((desk) => ({
        ...card,
        pk: `${desk}#complaints`,
        sk: `${status}#${urgent ? 0 : 1}#${answerBy}#${id}`,
      })),
      { ...card, pk: reporterId, sk: `complaint#${createdAt}#${id}` },
    ]
    if (respondentId && askedAt) links.push({ ...card, pk: respondentId, sk: `complaint-asked#${askedAt}#${id}` })
    if (!isOpen(status)) return links
    const about = complaint.leaseId ?? complaint.listingId ?? complaint.placeText
    const lastDay = dayAt(answerBy)
    return [
      ...links,
      { pk: reporterId, sk: `complaint-open#${about}#${kind}`, complaintId: id, unique: 'complaint.already_open' },
      ...[lastDay, addDays(lastDay, 1)].map((day) => dueRow(id, 'complaint', day, { complaintId: id })),
    ]
  },
}
