import { createHash } from 'node:crypto'
import { composeId, type Id, type IdKind } from '@anju/shared/id'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ULID_LENGTH = 26

/**
 * The id of something that the house itself makes: the same seed gives the same id, so that a second run makes nothing
 * twice. A ULID in form, out of a hash; its time part means nothing.
 */
export function derivedId<K extends IdKind>(kind: K, seed: readonly string[], region?: string): Id<K> {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, ...seed]))
    .digest()
  let rest = BigInt(`0x${digest.subarray(0, 16).toString('hex')}`)
  let ulid = ''
  for (let index = 0; index < ULID_LENGTH; index++) {
    ulid = CROCKFORD[Number(rest % 32n)] + ulid
    rest /= 32n
  }
  return composeId(kind, ulid, region)
}
