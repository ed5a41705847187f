import { addDays, type Day } from '../day'
import { type Unit, unitsOverlap } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import type { FilingId } from '../id'
import type { Filing } from './filing'

/** One filing in force over a part of a home for a time. */
export interface Claim {
  filingId: FilingId
  unit: Unit
  startOn: Day
  endOn: Day
}
/** All filings in force of one home, whoever registered it: at most one a room and period (rule sheet 3.3). */
export interface Certificates {
  version: number
  claims: Claim[]
}

export const NO_CERTIFICATES: Certificates = { version: 0, claims: [] }
/** Claims that are over are kept this long: an extension may still be filed for a term that has ended. */
const KEPT_DAYS = 60

const claimOf = ({ id, unit, startOn, endOn }: Filing): Claim => ({ filingId: id, unit, startOn, endOn })

/** @throws filing.overlap where another filing in force covers part of the same space on one of the same days */
export function expectFree({ claims }: Certificates, filing: Filing): void {
  const taken = claims.some(
    (claim) =>
      claim.filingId !== filing.id &&
      claim.filingId !== filing.precedingId &&
      unitsOverlap(claim.unit, filing.unit) &&
      claim.startOn <= filing.endOn &&
      filing.startOn <= claim.endOn,
  )
  if (taken && filing.type !== 'cancellation') throw new DomainError('filing.overlap')
}

/** What is in force after this case is approved: it takes the place of what it changes, a cancellation only ends it. */
export function afterApproval(before: Certificates, filing: Filing, today: Day): Certificates {
  expectFree(before, filing)
  const kept = before.claims.filter(
    (claim) =>
      claim.endOn >= addDays(today, -KEPT_DAYS) &&
      claim.filingId !== filing.id &&
      (claim.filingId !== filing.precedingId || filing.type === 'extension'),
  )
  const own = filing.type === 'cancellation' ? [] : [claimOf(filing)]
  return { version: before.version + 1, claims: [...kept, ...own] }
}
