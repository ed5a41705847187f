import { pathNames, type Route } from '@anju/shared/contract/route'
import { DomainError, type FieldError } from '@anju/shared/errors'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { unstorable } from './storable'

const MAX_BODY_CHARACTERS = 256 * 1024
const MAX_FIELDS_TOLD = 20

/** The token of the caller. @throws session.missing */
export function bearer({ headers }: APIGatewayProxyEventV2): string {
  const header = headers.authorization ?? headers.Authorization
  if (!header?.startsWith('Bearer ')) throw new DomainError('session.missing')
  return header.slice(7)
}

/** For which holder a member of their staff acts, where the caller says so. */
export const actsFor = ({ headers }: APIGatewayProxyEventV2): string | undefined =>
  headers['x-anju-holder'] || undefined

/** The input of a route, or the refusal that waits until the caller is known. */
export function parseInput(
  route: Route,
  event: APIGatewayProxyEventV2,
): { input: Record<string, unknown>; refusal?: DomainError } {
  try {
    const query = route.method === 'GET' ? (event.queryStringParameters ?? {}) : bodyOf(event)
    const fromPath = Object.fromEntries(
      pathNames(route.path).map((name) => [name, decode(event.pathParameters?.[name] ?? '')]),
    )
    const parsed = route.input.safeParse({ ...query, ...fromPath })
    const issues: FieldError[] = parsed.success
      ? unstorable(parsed.data)
      : parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: sentence(issue) }))
    if (parsed.success && issues.length === 0) return { input: parsed.data }
    return { input: {}, refusal: new DomainError('request.invalid', { fields: issues.slice(0, MAX_FIELDS_TOLD) }) }
  } catch (error) {
    if (error instanceof DomainError) return { input: {}, refusal: error }
    throw error
  }
}

/** Our own messages are Chinese; zod's English ones become a plain sentence. */
const sentence = (issue: { message: string }): string =>
  /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式或取值不正确'

function bodyOf(event: APIGatewayProxyEventV2): Record<string, unknown> {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '')
  if (text.length > MAX_BODY_CHARACTERS) throw new DomainError('request.too_large')
  if (text === '') return {}
  if (!/^application\/json\b/i.test(event.headers['content-type'] ?? '')) throw new DomainError('request.media_type')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new DomainError('request.json')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new DomainError('request.json')
  return body as Record<string, unknown>
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
