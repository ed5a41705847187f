import { composeId, type Id, type IdKind } from '@anju/shared/id'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_CHARACTERS = 10
const RANDOM_CHARACTERS = 16

/** 10 characters of time and 16 of chance. WeChat has no synchronous crypto; ids need to be unique, never secret. */
function ulid(now = Date.now()): string {
  let time = ''
  for (let rest = now, index = 0; index < TIME_CHARACTERS; index++, rest = Math.floor(rest / 32))
    time = CROCKFORD.charAt(rest % 32) + time
  let chance = ''
  while (chance.length < RANDOM_CHARACTERS) chance += CROCKFORD.charAt(Math.floor(Math.random() * 32))
  return time + chance
}

/** The id of a new thing, made by the client so that a repeated command makes it once. Things in a place carry its region. */
export const newId = <K extends IdKind>(kind: K, region?: string): Id<K> => composeId(kind, ulid(), region)
