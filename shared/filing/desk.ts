import { revise } from '../aggregate'
import type { Day, Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import type { RuleParameters } from '../rule/evaluate'
import { parameterIn } from '../rule-parameter'
import { concerns, type Filing } from './filing'
import type { CommitteeCheck } from './kept'
import { mayMove, moved } from './states'

interface Officer {
  id: UserId
  name: string
}

/** What was handed in goes to the committee first, where the town wants it and the home has one (FIL-08). */
export function layBefore(filing: Filing, parameters: RuleParameters, today: Day): Filing {
  const wanted = parameterIn(parameters, 'filing.committee_check', filing.townCode, today)?.value === true
  const asks = wanted && filing.committeeCode !== undefined && mayMove(filing, 'askCommittee')
  return asks ? { ...filing, ...moved(filing, 'askCommittee') } : filing
}

/** 居委核查: what was seen at the home; the case then waits for the clerk. @throws filing.not_now, filing.own_submission */
export function answerAsCommittee(
  filing: Filing,
  { result, note }: Pick<CommitteeCheck, 'result' | 'note'>,
  by: Officer,
  now: Instant,
): Filing {
  const after = moved(filing, 'answerAsCommittee')
  if (concerns(filing, by.id)) throw new DomainError('filing.own_submission')
  return revise(filing, { ...after, checkedByCommittee: { by: by.id, byName: by.name, at: now, result, note } }, now)
}

/** Whether somebody may be given a case to decide: none of those whom it is about, and after an appeal not who decided first. */
export const mayDecide = (filing: Filing, officer: UserId): boolean =>
  !concerns(filing, officer) && filing.appeal?.firstDecidedBy !== officer

/**
 * 转办: to a colleague, or back to the queue. By the clerk who took it, or by the supervisor where that clerk is away.
 * @throws filing.not_in_review, filing.own_submission, filing.taken_by_other, filing.not_colleague
 */
export function handOver(
  filing: Filing,
  { to, note, supervises }: { to: Officer | undefined; note: string; supervises: boolean },
  by: Officer,
  now: Instant,
): Filing {
  const after = filing.appeal
    ? moved(filing, to ? 'handOverAppeal' : 'layBackAppeal')
    : moved(filing, to ? 'handOver' : 'layBack')
  if (concerns(filing, by.id)) throw new DomainError('filing.own_submission')
  if (filing.takenBy !== by.id && !supervises) throw new DomainError('filing.taken_by_other')
  if (to && (to.id === filing.takenBy || !mayDecide(filing, to.id))) throw new DomainError('filing.not_colleague')
  const { takenBy: _by, takenByName: _name, takenAt: _at, ...rest } = filing
  const taken = to && { takenBy: to.id, takenByName: to.name, takenAt: now }
  return revise(rest, { ...after, ...taken, handover: { by: by.id, byName: by.name, at: now, note } }, now)
}
