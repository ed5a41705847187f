import { revise } from '../aggregate'
import type { Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import { blocks, type RuleHit } from '../rule'
import type { Filing } from './filing'
import { isOpen } from './states'

/** What a supervisor may let pass: what refuses and was not read in the legal text itself (rule sheet 0.2). */
const isOverridable = ({ certainty }: RuleHit): boolean => certainty !== 'V'

/**
 * What of the hits stops a case from being handed in: everything that the law itself refuses, and the rest too unless
 * its filer asks a supervisor for an exception.
 */
export const stops = (hits: RuleHit[], asksForException: boolean): RuleHit[] =>
  blocks(hits).filter((hit) => !asksForException || !isOverridable(hit))

/**
 * 准予例外: a supervisor lets a case pass a rule of uncertain source, with a reason that stays with the hit. Not in one's
 * own affairs, and not by the clerk who decides the case.
 * @throws filing.not_in_review, filing.own_submission, rule.own_case, rule.not_spoken, rule.certain
 */
export function overrideRule(
  filing: Filing,
  { ruleId, line, reason }: { ruleId: string; line?: string | undefined; reason: string },
  by: UserId,
  now: Instant,
): Filing {
  if (!isOpen(filing.status)) throw new DomainError('filing.not_in_review')
  if ([filing.submittedBy, filing.lessorId, filing.lesseeId].includes(by))
    throw new DomainError('filing.own_submission')
  if (filing.takenBy === by) throw new DomainError('rule.own_case')
  const meant = blocks(filing.hits).filter((hit) => hit.ruleId === ruleId && hit.line === line)
  if (meant.length === 0) throw new DomainError('rule.not_spoken')
  if (!meant.every(isOverridable)) throw new DomainError('rule.certain')
  const hits = filing.hits.map((hit) => (meant.includes(hit) ? { ...hit, override: { by, at: now, reason } } : hit))
  return revise(filing, { hits }, now)
}
