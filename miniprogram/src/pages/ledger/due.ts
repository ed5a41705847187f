import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Lease } from '@anju/shared/lease/lease'
import type { ReceiptKind } from '@anju/shared/ledger/receipt'
import { monthsOf } from '../../lease/lease-words'
import { depositFen, type ListedEntry } from './entry-words'

/** What is likely to be booked next for a lease. */
export interface Due {
  amountFen: number | undefined
  coversFrom?: Day
  coversTo?: Day
}

/** The agreed deposit less what is held of it. */
export function depositDue(lease: Lease, entries: readonly ListedEntry[]): Due {
  const heldFen = entries.reduce((sum, entry) => sum + depositFen(entry), 0)
  const openFen = lease.deposit.amountFen - heldFen
  return { amountFen: openFen > 0 ? openFen : undefined }
}

/** The first period that no rent covers yet; periods are counted from the first day of the lease. */
export function rentDue(lease: Lease, entries: readonly ListedEntry[]): Due {
  const covered = entries
    .filter(({ event, reversed, reversalOf }) => event === 'rent_received' && !reversed && !reversalOf)
    .map(({ coversTo = '' }) => coversTo)
    .reduce((latest, day) => (day > latest ? day : latest), '')
  const from = covered ? addDays(covered, 1) : lease.startOn
  if (from > lease.endOn) return { amountFen: undefined }
  const begun = from > lease.startOn ? monthsOf({ startOn: lease.startOn, endOn: addDays(from, -1) }) : 0
  const { rentMonths } = lease.payCycle
  const full = rentMonths === 0 ? lease.endOn : addDays(addMonths(lease.startOn, begun + rentMonths), -1)
  const to = full < lease.endOn ? full : lease.endOn
  return { amountFen: lease.rentFen * monthsOf({ startOn: from, endOn: to }), coversFrom: from, coversTo: to }
}

export const dueOf = (kind: ReceiptKind, lease: Lease, entries: readonly ListedEntry[]): Due =>
  kind === 'deposit' ? depositDue(lease, entries) : rentDue(lease, entries)
