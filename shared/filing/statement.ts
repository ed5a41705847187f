import * as z from 'zod'
import { Day, dayAt, type Instant } from '../day'
import type { Dwelling } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, FilingId } from '../id'
import type { Filing } from './filing'

/**
 * What a QR code says under our signature (JWS, EdDSA): no name, no document number, no rent, and an address with which
 * a paper can be compared but a home not found.
 */
export const FilingStatement = z.object({
  v: z.literal(1),
  sub: FilingId,
  no: z.string().meta({ description: '受理号' }),
  place: z.string().meta({ description: 'the address with most of its figures hidden' }),
  from: Day,
  to: Day,
  on: Day.meta({ description: 'when the filing was approved' }),
})
export const HomeStatement = z.object({ v: z.literal(1), sub: DwellingId, place: z.string() })
export const Statement = z.union([FilingStatement, HomeStatement])
export type Statement = z.infer<typeof Statement>

/** 有效, 已到期, 已变更或注销. */
export const CertificateState = z.enum(['valid', 'ended', 'revoked'])
export type CertificateState = z.infer<typeof CertificateState>
export const CERTIFICATE_STATE_NAMES: Record<CertificateState, string> = {
  valid: '有效',
  ended: '已到期',
  revoked: '已变更或注销',
}

type Approved = Pick<Filing, 'id' | 'acceptanceNo' | 'addressText' | 'startOn'> & { validTo: Day; decidedAt: Instant }

/** 藿香路123弄56号602室 → 藿香路1**弄**号6**室. */
export const hiddenPlace = (address: string): string =>
  address.replace(/\d+/g, (figures) =>
    figures.length < 3 ? '*'.repeat(figures.length) : `${figures.charAt(0)}${'*'.repeat(figures.length - 1)}`,
  )

/** The filing as one that gives a certificate. @throws certificate.none */
export function approvedOf<T extends Filing>(filing: T): T & { validTo: Day; decidedAt: Instant } {
  const { validTo, decidedAt } = filing
  if (filing.type === 'cancellation' || !validTo || !decidedAt) throw new DomainError('certificate.none')
  return { ...filing, validTo, decidedAt }
}

export const statementOf = ({ id, acceptanceNo, addressText, startOn, validTo, decidedAt }: Approved): Statement => ({
  v: 1,
  sub: id,
  no: acceptanceNo,
  place: hiddenPlace(addressText),
  from: startOn,
  to: validTo,
  on: dayAt(decidedAt),
})

/** 一房一码: the home alone. */
export const homeStatementOf = ({ id, addressText }: Pick<Dwelling, 'id' | 'addressText'>): Statement => ({
  v: 1,
  sub: id,
  place: hiddenPlace(addressText),
})

/** How a certificate stands today; one that was extended runs to its own last day. */
export function certificateStateOf({ status, validTo }: Pick<Filing, 'status'> & { validTo: Day }, today: Day) {
  if (status === 'changed' || status === 'cancelled') return CertificateState.enum.revoked
  return today > validTo || status === 'expired' ? CertificateState.enum.ended : CertificateState.enum.valid
}
