import type { Secrets } from './secrets'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 8

/** A code to be read aloud: 40 bits that nobody can tell from the seed without our key, made again whenever it is asked for. */
export const shortCode = (secrets: Secrets, purpose: string, seed: string): string =>
  [...Buffer.from(secrets.index(purpose, seed), 'base64url').subarray(0, CHARACTERS)]
    .map((byte) => ALPHABET.charAt(byte % 32))
    .join('')
