import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { Statement } from '@anju/shared/filing/statement'
import { CompactSign, compactVerify } from 'jose'
import type { Secrets } from '../secret/secrets'

/**
 * Names of the keys that sign certificates, the newest first: it signs, the others still verify. A key that must not be
 * trusted any more leaves the list, and the papers that it signed are printed anew.
 */
const KEY_NAMES = ['c1']
/** An Ed25519 seed becomes a PKCS #8 key behind these bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const ALG = 'EdDSA'

const privateKey = (secrets: Secrets, name: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, secrets.seed(`certificate ${name}`)]),
    format: 'der',
    type: 'pkcs8',
  })

const publicKey = (secrets: Secrets, name: string): KeyObject => createPublicKey(privateKey(secrets, name))

/** What everybody may have: the public keys (JWK). */
export const publishedKeys = (secrets: Secrets) =>
  KEY_NAMES.map((kid) => {
    const { x = '' } = publicKey(secrets, kid).export({ format: 'jwk' })
    return { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid, alg: 'EdDSA' as const, use: 'sig' as const }
  })

/** The same statement gives the same signature, so a paper printed twice is the same. */
export function signed(secrets: Secrets, statement: Statement): Promise<string> {
  const kid = KEY_NAMES[0] as string
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg: ALG, kid })
    .sign(privateKey(secrets, kid))
}

/** What we signed. @throws certificate.not_ours */
export async function opened(secrets: Secrets, text: string): Promise<Statement> {
  const keyOf = ({ kid }: { kid?: string }) => {
    if (!kid || !KEY_NAMES.includes(kid)) throw new DomainError('certificate.not_ours')
    return publicKey(secrets, kid)
  }
  const verified = await compactVerify(text, keyOf, { algorithms: [ALG] }).catch(() => undefined)
  if (!verified) throw new DomainError('certificate.not_ours')
  return Statement.parse(JSON.parse(Buffer.from(verified.payload).toString('utf8')))
}

const CHECK_PAGE = '#/pages/certificate/check'
/** What a QR code holds: a page that anybody can open, or, where the operator has no address yet, the statement alone. */
export const codeOf = (site: string | undefined, statement: string): string =>
  site ? `${site}/${CHECK_PAGE}?s=${statement}` : statement
