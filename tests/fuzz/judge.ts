import { isDeepStrictEqual } from 'node:util'
import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { ERRORS, ErrorBody } from '@anju/shared/errors'
import type { Reply } from './wire'

const table = routes as Record<string, Route>

/** Routes that ask and change nothing. */
const reads = (name: string) => table[name]?.method === 'GET' || name === 'checkFiling'
/** Routes that book a try before they refuse a wrong code. */
const counts = (name: string) => name === 'openInvitation' || name === 'joinStaff'

export const codeOf = ({ status, text }: Reply): string => {
  if (status === 200) return '200'
  try {
    return String((JSON.parse(text) as { code?: unknown }).code)
  } catch {
    return `${status} without a code`
  }
}

/** What is wrong with an answer: nothing for most. `reached` are the routes that the request may have met. */
export function complaintsAbout(reply: Reply, reached: string[], writes: number): string[] {
  const complaints: string[] = []
  const printed = reached.map((name) => table[name]?.produces).filter((mediaType) => mediaType !== undefined)
  if (reply.status === 200 && printed.length > 0) {
    if (!printed.includes(reply.contentType) || reply.text === '') complaints.push(`a document as ${reply.contentType}`)
    if (writes > 0) complaints.push('a document wrote')
    return complaints
  }
  let body: unknown
  try {
    body = JSON.parse(reply.text)
  } catch {
    return [`status ${reply.status} without JSON: ${reply.text.slice(0, 80)}`]
  }
  if (!reply.contentType.startsWith('application/json')) complaints.push(`content type ${reply.contentType}`)
  if (reply.status === 200) {
    const declared = reached.some((name) => {
      const parsed = table[name]?.output.safeParse(body)
      return parsed?.success && isDeepStrictEqual(parsed.data, body)
    })
    if (!declared) complaints.push('200 with what its route does not declare')
    if (reached.every(reads) && writes > 0) complaints.push('a reading route wrote')
    return complaints
  }
  if (writes > 0 && !reached.some(counts)) complaints.push(`refused with ${codeOf(reply)} but wrote`)
  const parsed = ErrorBody.safeParse(body)
  if (!parsed.success || !isDeepStrictEqual(parsed.data, body)) {
    complaints.push(`status ${reply.status} without an error body`)
    return complaints
  }
  const [status, sentence] = ERRORS[parsed.data.code]
  if (reply.status !== status) complaints.push(`${parsed.data.code} with status ${reply.status} instead of ${status}`)
  if (parsed.data.message !== sentence) complaints.push(`${parsed.data.code} with another sentence`)
  if (reply.status >= 500) complaints.push(`failed with ${parsed.data.code}`)
  return complaints
}
