import { revise } from '../aggregate'
import { dayAt, type Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import { type Complaint, isOpen, limits, type Outcome, reopenUntil } from './complaint'

export interface Officer {
  id: UserId
  name: string
  /** Of the town or district, and not a clerk: may take over what somebody else has taken. */
  supervises: boolean
}

function expectUninvolved({ reporterId, respondentId }: Complaint, officer: UserId): void {
  if (officer === reporterId || officer === respondentId) throw new DomainError('complaint.own')
}

function whileHandling(complaint: Complaint, officer: UserId): void {
  if (complaint.status !== 'accepted') throw new DomainError('complaint.not_accepted')
  expectUninvolved(complaint, officer)
  if (complaint.takenBy !== officer) throw new DomainError('complaint.taken_by_other')
}

/** 受理: by one officer; an officer of the town or district may take over from another. @throws complaint.not_filed, complaint.own */
export function accept(complaint: Complaint, officer: Officer, now: Instant): Complaint {
  const takesOver = complaint.status === 'accepted' && officer.supervises && complaint.takenBy !== officer.id
  if (complaint.status !== 'filed' && !takesOver) throw new DomainError('complaint.not_filed')
  expectUninvolved(complaint, officer.id)
  const acceptedAt = complaint.acceptedAt ?? now
  return revise(complaint, { status: 'accepted', takenBy: officer.id, takenByName: officer.name, acceptedAt }, now)
}

/** 请对方说明: in the officer's words, once a complaint. @throws complaint.nobody_to_ask, complaint.asked */
export function ask(complaint: Complaint, officer: UserId, said: Complaint['said'], now: Instant): Complaint {
  whileHandling(complaint, officer)
  if (!complaint.respondentId) throw new DomainError('complaint.nobody_to_ask')
  if (complaint.askedAt) throw new DomainError('complaint.asked')
  return revise(complaint, { said, askedAt: now }, now)
}

/** 对方说明情况, once, before the answer. @throws complaint.stated */
export function state(complaint: Complaint, said: Complaint['said'], now: Instant): Complaint {
  if (!isOpen(complaint.status)) throw new DomainError('complaint.not_accepted')
  if (complaint.said.statement) throw new DomainError('complaint.stated')
  return revise(complaint, { said }, now)
}

/** 答复. */
export function answer(
  complaint: Complaint,
  officer: UserId,
  outcome: Outcome,
  said: Complaint['said'],
  now: Instant,
): Complaint {
  whileHandling(complaint, officer)
  return revise(complaint, { status: 'answered', outcome, said, answeredAt: now }, now)
}

/** 评价 of how it was dealt with: by the reporter, and by the other side where it was asked; once an answer. @throws complaint.rated */
export function rate(
  complaint: Complaint,
  side: 'reporter' | 'respondent',
  stars: number,
  said: Complaint['said'],
  now: Instant,
): Complaint {
  if (complaint.status !== 'answered') throw new DomainError('complaint.not_answered')
  const name = side === 'reporter' ? 'reporterStars' : 'respondentStars'
  if (complaint[name] !== undefined) throw new DomainError('complaint.rated')
  return revise(complaint, { [name]: stars, said }, now)
}

/** 重新办理: by the reporter, once, within the days of the rule sheet (8.5); the times run anew. @throws complaint.not_reopenable */
export function reopen(complaint: Complaint, said: Complaint['said'], now: Instant): Complaint {
  const until = reopenUntil(complaint)
  if (!until || dayAt(now) > until) throw new DomainError('complaint.not_reopenable')
  const { takenBy: _by, takenByName: _name, acceptedAt: _accepted, outcome: _outcome, ...open } = complaint
  const { answeredAt: _answered, reporterStars: _stars, ...kept } = open
  const { reporter_comment: _comment, ...words } = said
  return revise({ ...kept, said: words }, { status: 'filed', round: 2, ...limits(complaint.urgent, now) }, now)
}

/** 撤回投诉, before the answer. @throws complaint.not_open */
export function withdraw(complaint: Complaint, now: Instant): Complaint {
  if (!isOpen(complaint.status)) throw new DomainError('complaint.not_open')
  return revise(complaint, { status: 'withdrawn' }, now)
}
