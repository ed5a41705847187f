import { revise } from '../aggregate'
import { dayAt, type Instant } from '../day'
import { DomainError, type FieldError } from '../errors'
import type { UserId } from '../id'
import { type FilingDetails, missingDetails } from './details'
import type { Filing, FromTheHome } from './filing'
import type { NewCase } from './new-case'
import type { Occupant } from './occupant'
import { isInForce, moved } from './states'
import { confirmBy, reviewDueOn } from './time-limits'

/** 填写: what is sent replaces what was there; a draft takes whatever is well-formed. */
export function fill(
  draft: Filing,
  { details, occupants }: { details: FilingDetails; occupants: Occupant[] },
  now: Instant,
): Filing {
  if (draft.status !== 'draft') throw new DomainError('filing.not_now')
  return revise(draft, { details, occupants }, now)
}

/** What must still be filled in before the case can be handed in, all of it at once. */
function missing({ type, initiatorRole, details, occupants }: Filing): FieldError[] {
  if (type === 'cancellation') return []
  return [
    // A lessee who files where the lessor does not may not know the title: the desk asks the lessor for it.
    ...(initiatorRole === 'lessee' ? [] : missingDetails(details)),
    ...(occupants.length === 0 ? [{ path: 'occupants', message: '请填写至少一位居住人' }] : []),
  ]
}

/**
 * Whether the other party confirms before the desk sees it (FIL-06). A lessee may file where the lessor has not, and needs
 * no consent for it (SH-CON-03); an end before the term is filed by both, after it by the lessor alone.
 */
export const needsConfirmation = ({ type, initiatorRole, endOn }: NewCase, now: Instant): boolean =>
  type === 'cancellation' ? dayAt(now) <= endOn : initiatorRole !== 'lessee'

const handedIn = ({ townCode }: Pick<Filing, 'townCode'>, now: Instant) => ({
  submittedAt: now,
  reviewDueOn: reviewDueOn(dayAt(now), townCode),
})

/** 提交: to the other party where they have to confirm, else to the desk. The version is the caller's. */
export function handIn(draft: NewCase, facts: FromTheHome, by: UserId, now: Instant): Filing {
  const asks = needsConfirmation(draft, now)
  const after = moved(draft, asks ? 'askCounterparty' : 'submit')
  const { handedBack: _answered, ...rest } = draft
  const timed = asks ? { submittedAt: now, confirmBy: confirmBy(dayAt(now), draft.townCode) } : handedIn(draft, now)
  return { ...rest, ...facts, ...after, ...timed, submittedBy: by, declaredAt: now }
}

/** A draft that is complete is handed in. @throws request.invalid with all that is missing, filing.not_now */
export function send(draft: Filing, facts: FromTheHome, by: UserId, now: Instant): Filing {
  if (draft.status !== 'draft') throw new DomainError('filing.not_now')
  const fields = missing(draft)
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  return revise(handIn(draft, facts, by, now), {}, now)
}

/** The party that did not begin the case. */
export const counterpartyOf = ({ initiatorRole, lessorId, lesseeId }: Filing): UserId =>
  initiatorRole === 'lessee' ? lessorId : lesseeId

function asCounterparty(filing: Filing, holder: UserId): void {
  if (holder !== counterpartyOf(filing)) throw new DomainError('filing.not_counterparty')
}

/** 对方确认. */
export function confirm(filing: Filing, { holder, hand }: { holder: UserId; hand: UserId }, now: Instant): Filing {
  const after = moved(filing, 'confirm')
  asCounterparty(filing, holder)
  return revise(filing, { ...after, ...handedIn(filing, now), confirmedBy: hand, confirmedAt: now }, now)
}

/** 对方退回: with what is wrong, so that it is mended and sent again. */
export function handBack(filing: Filing, holder: UserId, note: string, now: Instant): Filing {
  const after = moved(filing, 'handBack')
  asCounterparty(filing, holder)
  const { confirmBy: _over, ...rest } = filing
  return revise(rest, { ...after, handedBack: note }, now)
}

/** What the calendar does to a case: nobody confirmed or supplemented in time, or the term is over. Undefined: nothing. */
export function byCalendar(filing: Filing, now: Instant): Filing | undefined {
  const today = dayAt(now)
  const { status, supplements, validTo } = filing
  const asked = supplements.at(-1)
  const late =
    (status === 'awaiting_counterparty' && filing.confirmBy !== undefined && today > filing.confirmBy) ||
    (status === 'supplement' && asked !== undefined && today > asked.dueOn)
  if (late) return revise(filing, moved(filing, 'lapse'), now)
  if (isInForce(status) && validTo !== undefined && today > validTo) return revise(filing, moved(filing, 'expire'), now)
  return undefined
}

const ENDS = { change: 'change', extension: 'extend', cancellation: 'cancel' } as const
/** What a case that was approved makes of the filing before it. */
export function succeeded(preceding: Filing, by: Filing, now: Instant): Filing {
  if (by.type === 'new') throw new Error(`${by.id} follows nothing`)
  return revise(preceding, { ...moved(preceding, ENDS[by.type]), succeededBy: by.id }, now)
}
