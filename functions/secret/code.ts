import type { Secrets } from './secrets'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 8

/** A code to be read aloud and typed: 40 bits that nobody can tell from its seed without our key. */
export const codeFrom = (secrets: Secrets, purpose: string, seed: string): string =>
  [...Buffer.from(secrets.index(purpose, seed), 'base64url').subarray(0, CHARACTERS)]
    .map((byte) => ALPHABET.charAt(byte % 32))
    .join('')
