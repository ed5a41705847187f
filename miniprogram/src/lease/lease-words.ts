import { addMonths, type Day, dayAt } from '@anju/shared/day'
import { type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import type { UserId } from '@anju/shared/id'
import type { Lease, Signature } from '@anju/shared/lease/lease'
import type * as z from 'zod'

export type Side = 'lessor' | 'lessee'

export const today = (): Day => dayAt(new Date().toISOString())
export const sideOf = (lease: Pick<Lease, 'lessorId'>, userId: UserId): Side =>
  lease.lessorId === userId ? 'lessor' : 'lessee'
export const otherName = (lease: Lease, side: Side): string => (side === 'lessor' ? lease.lesseeName : lease.lessorName)
export const signatureOf = (lease: Lease, userId: UserId): z.infer<typeof Signature> | undefined =>
  lease.signatures.find((signature) => signature.by === userId)

export const termText = ({ startOn, endOn }: { startOn: Day; endOn: Day }): string => `${startOn} 至 ${endOn}`

/** 上海市浦东新区张江镇藿香路123弄5号602室 → 藿香路123弄5号602室, for a line of a list. */
export const shortAddress = (addressText: string): string => addressText.replace(/^.*?[市区县].*?(?:镇|街道|乡)/, '')

export const homeText = ({ addressText, unit }: { addressText: string; unit: Unit }): string =>
  `${addressText} · ${unitName(unit)}`

/** How many months a term has begun: from 2026-12-01 to 2027-11-30 twelve. */
export function monthsOf({ startOn, endOn }: { startOn: Day; endOn: Day }): number {
  let months = 0
  while (months < 240 && addMonths(startOn, months) <= endOn) months++
  return months
}
