import { unitName } from '@anju/shared/dwelling/dwelling'
import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { amountFenOf, cashFenOf, type Entry, EVENT_NAMES } from '@anju/shared/ledger/entry'
import { shortAddress } from '../../lease/lease-words'

export type ListedEntry = Entry & { reversed: boolean }
export type LeasesById = ReadonlyMap<LeaseId, Lease>

/** "收租金", "红冲：收押金". */
export const entryName = ({ event, reversalOf }: Entry): string =>
  reversalOf ? `红冲：${EVENT_NAMES[event]}` : EVENT_NAMES[event]
/** What it did to the cash; where none moved, the amount of the event. */
export const signedFen = (entry: Entry): number => cashFenOf(entry) || amountFenOf(entry)
/** What it added to the deposit that is held. */
export const depositFen = ({ postings }: Entry): number =>
  postings.reduce(
    (sum, { debit, credit, amountFen }) =>
      sum + (credit === 'deposit_held' ? amountFen : 0) - (debit === 'deposit_held' ? amountFen : 0),
    0,
  )
export const coversText = ({ coversFrom, coversTo }: Entry): string | undefined =>
  coversFrom && coversTo ? `${coversFrom} 至 ${coversTo}` : (coversFrom ?? coversTo)

/** "周晓雯，藿香路123弄5号602室 A室". */
export const leaseName = ({ lesseeName, addressText, unit }: Lease): string =>
  `${lesseeName}，${shortAddress(addressText)} ${unitName(unit)}`
