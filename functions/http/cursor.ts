import { DomainError } from '@anju/shared/errors'
import type { Secrets } from '../secret/secrets'

/** The cursor of a page: the sort key behind which the next page begins, signed together with what was asked for. */
export function cursorOf(secrets: Secrets, question: string, after: string): string {
  return secrets.sign('cursor', JSON.stringify([question, after]))
}

/** @throws request.cursor where the cursor was not made by us for this very question */
export function afterOf(secrets: Secrets, question: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const text = secrets.verify('cursor', cursor)
  const [asked, after] = text ? (JSON.parse(text) as [string, string]) : [undefined, undefined]
  if (asked !== question) throw new DomainError('request.cursor')
  return after
}
