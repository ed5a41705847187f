import type { UserId } from '@anju/shared/id'
import type { Change, Key } from '../store/store'

/*
 * state
 *   <person>   closing   the account is being closed, or is: nothing may begin in which the person is somebody
 */
export const closingKey = (userId: UserId): Key => ({ pk: userId, sk: 'closing' })

/**
 * Part of every transaction in which something begins that keeps an account from being closed: it fails where one of
 * these accounts is closed meanwhile. Taking away what is not there changes nothing.
 */
export const whileOpen = (...userIds: UserId[]): Change[] =>
  [...new Set(userIds)].map((userId) => ({
    table: 'state',
    remove: closingKey(userId),
    when: 'absent',
    refusal: 'person.closing',
  }))
