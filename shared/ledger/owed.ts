import type { Day } from '../day'
import type { Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import type { DwellingId, LeaseId } from '../id'
import type { Account } from './accounts'
import type { Entry, LedgerEvent } from './entry'

/** 押金: what is held for one lease; a row that is gone holds nothing. */
export interface DepositHeld {
  leaseId: LeaseId
  dwellingId?: DwellingId
  unit?: Unit
  heldFen: number
  version: number
}

/** 应收: what one bill of one lease, or the lease without a bill, still asks for; negative where it is prepaid. */
export interface Owed {
  leaseId: LeaseId
  billId?: string
  dwellingId?: DwellingId
  unit?: Unit
  /** Where no bill says it: the day of the first entry. */
  dueOn: Day
  rentFen: number
  feeFen: number
  version: number
}

/** Of what fell due in a month: how much, and how much of it came on time. */
export interface Collection {
  dueFen: number
  onTimeFen: number
}
const CLAIMS: readonly LedgerEvent[] = [
  'rent_due',
  'fee_due',
  'penalty_due',
  'utility_passed_on',
  'repair_passed_on',
  'rent_released',
]
const PAYMENTS: readonly LedgerEvent[] = ['rent_received', 'fee_received']

/** What an entry says of the bills that fall due in the month of its `dueOn` (rule sheet 8.3, collection rate). */
export function collectionOf(entry: Entry): Collection | undefined {
  if (entry.dueOn === undefined) return undefined
  const claimedFen = addedFen(entry, 'rent_receivable') + addedFen(entry, 'fee_receivable')
  if (CLAIMS.includes(entry.event)) return { dueFen: claimedFen, onTimeFen: 0 }
  const paidOn = entry.reversedOn ?? entry.on
  return PAYMENTS.includes(entry.event) && paidOn <= entry.dueOn ? { dueFen: 0, onTimeFen: -claimedFen } : undefined
}

/** What an entry adds to an account that grows by debit, in fen. */
const addedFen = ({ postings }: Entry, account: Account): number =>
  postings.reduce(
    (sum, { debit, credit, amountFen }) =>
      sum + (debit === account ? amountFen : 0) - (credit === account ? amountFen : 0),
    0,
  )
const touches = ({ postings }: Entry, account: Account): boolean =>
  postings.some(({ debit, credit }) => debit === account || credit === account)

const about = ({ dwellingId, unit }: Entry) => ({ ...(dwellingId && { dwellingId }), ...(unit && { unit }) })

/** The deposit of the entry's lease after it; undefined where the entry does not touch it. @throws ledger.deposit_short */
export function holdDeposit(before: DepositHeld | undefined, entry: Entry): DepositHeld | undefined {
  if (!entry.leaseId || !touches(entry, 'deposit_held')) return undefined
  const heldFen = (before?.heldFen ?? 0) - addedFen(entry, 'deposit_held')
  if (heldFen < 0) throw new DomainError('ledger.deposit_short')
  return { leaseId: entry.leaseId, ...about(entry), ...before, heldFen, version: (before?.version ?? 0) + 1 }
}

/** What the entry's bill asks for after it; undefined where the entry does not touch it. */
export function owe(before: Owed | undefined, entry: Entry): Owed | undefined {
  const { leaseId, billId } = entry
  if (!leaseId || !(touches(entry, 'rent_receivable') || touches(entry, 'fee_receivable'))) return undefined
  return {
    leaseId,
    ...(billId && { billId }),
    ...about(entry),
    dueOn: entry.dueOn ?? entry.on,
    ...before,
    rentFen: (before?.rentFen ?? 0) + addedFen(entry, 'rent_receivable'),
    feeFen: (before?.feeFen ?? 0) + addedFen(entry, 'fee_receivable'),
    version: (before?.version ?? 0) + 1,
  }
}
