import { unitName } from '@anju/shared/dwelling/dwelling'
import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { Entry, ReceiptKind } from '@anju/shared/ledger/ledger'
import { shortAddress } from '../../lease/lease-words'

export type ListedEntry = Entry & { reversed: boolean }
export type LeasesById = ReadonlyMap<LeaseId, Lease>

export const KIND_NAMES: Record<ReceiptKind, string> = { deposit: '押金', rent: '租金' }

/** "收租金", "红冲押金". */
export const entryName = (entry: Entry): string => `${entry.reversalOf ? '红冲' : '收'}${KIND_NAMES[entry.kind]}`
/** Money that came in is positive, money that a reversal took out again negative. */
export const signedFen = (entry: Entry): number => (entry.debit === 'cash' ? entry.amountFen : -entry.amountFen)
export const coversText = ({ coversFrom, coversTo }: Entry): string | undefined =>
  coversFrom && coversTo ? `${coversFrom} 至 ${coversTo}` : (coversFrom ?? coversTo)

/** "周晓雯，藿香路123弄5号602室 A室". */
export const leaseName = ({ lesseeName, addressText, unit }: Lease): string =>
  `${lesseeName}，${shortAddress(addressText)} ${unitName(unit)}`
