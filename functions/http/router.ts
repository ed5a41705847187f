import { createHash } from 'node:crypto'
import { pathNames, type Route } from '@anju/shared/contract/route'
import { DomainError, type ErrorBody, type FieldError } from '@anju/shared/errors'
import type { CommandId } from '@anju/shared/id'
import { kindOf } from '@anju/shared/id'
import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import type { Secrets } from '../secret/secrets'
import { findLine } from '../store/record'
import { Conflict, type Store } from '../store/store'
import type { Wechat } from '../wechat/wechat'
import { admit, withinReach } from './authorize'
import { log } from './log'
import { embeddedMetrics } from './metrics'
import { authenticate, namedBy } from './session'
import { unstorable } from './storable'
import type { Actor, Context, Domain, Reach } from './use-case'

export interface World {
  store: Store
  secrets: Secrets
  wechat: Wechat
  now: () => string
}
export type Handler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>
/** A domain's routes and the import that brings its use cases: loaded on the first request that needs them. */
export interface Mount {
  routes: Record<string, Route>
  load: () => Promise<Domain>
}

/** What is remembered of a request while it runs, for its log line. */
interface Seen {
  actor?: Actor | undefined
  readUnits: number
  writeUnits: number
  events: string[]
}

export const API_PREFIX = '/api'
const MAX_BODY_CHARACTERS = 256 * 1024
const NOT_FOUND = {
  dwl: 'dwelling.not_found',
  lst: 'listing.not_found',
  ask: 'request.not_found',
  lea: 'lease.not_found',
  fil: 'filing.not_found',
} as const

/** The Lambda handler of all routes of some domains. */
export function routerOf(
  mounts: Mount[],
  world: () => Promise<World>,
  extra: Record<string, () => object> = {},
): Handler {
  const loaded = new Map<Mount, Promise<Domain>>()
  const domainOf = (mount: Mount) => {
    const domain = loaded.get(mount) ?? mount.load()
    loaded.set(mount, domain)
    return domain
  }
  const domainsWith = async (kind: string, part: 'reach' | 'replay') => {
    for (const mount of mounts) {
      const found = (await domainOf(mount))[part]?.[kind]
      if (found) return found
    }
    throw new Error(`no domain answers for ${kind}`)
  }
  const reachFor = async (store: Store, id: string): Promise<Reach> =>
    kindOf(id) in NOT_FOUND
      ? ((await domainsWith(kindOf(id), 'reach')) as NonNullable<Domain['reach']>[string])(store, id)
      : { parties: [], region: id, subject: id }

  async function answer(
    name: string,
    route: Route,
    mount: Mount,
    event: APIGatewayProxyEventV2,
    seen: Seen,
  ): Promise<unknown> {
    const { store: uncounted, secrets, wechat, now: clock } = await world()
    const store = uncounted.counting((kind, units) => {
      seen[kind === 'read' ? 'readUnits' : 'writeUnits'] += units
    })
    const now = clock()
    const parsed = parseInput(route, event)
    const named = route.access === 'anyone' ? undefined : await namedBy(bearer(event), secrets, now)
    // The subject is read beside the session; what was read is looked at only when the session holds.
    const reaching = settled(named && route.subject ? reachFor(store, String(parsed.input[route.subject])) : undefined)
    const actor = named && (await authenticate(named, store, now))
    seen.actor = actor
    if (actor) admit(route, actor)
    if (parsed.refusal) throw parsed.refusal
    const input = parsed.input
    let subject: unknown
    if (route.subject && actor) {
      const id = String(input[route.subject])
      const reach = (await reaching()) as Reach
      withinReach(route, actor, reach, NOT_FOUND[kindOf(id) as keyof typeof NOT_FOUND] ?? 'access.region')
      subject = reach.subject
    }
    const commandId = input.commandId as CommandId | undefined
    const digest = commandId && digestOf(secrets, name, input)
    const context = {
      actor,
      now,
      subject,
      store,
      secrets,
      wechat,
      cause: (kind: string) => {
        seen.events.push(kind)
        return { kind, by: actor?.userId ?? 'system', now, ...(commandId && { commandId }), ...(digest && { digest }) }
      },
    } as Context
    const domain = await domainOf(mount)
    const useCase = domain.useCases[name] as (input: unknown, context: unknown) => Promise<unknown>
    try {
      return route.output.parse(await useCase(input, context))
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof DomainError)) throw error
      if (route.writes && actor && commandId && digest) {
        const id = route.writes === 'me' ? actor.userId : String(input[route.writes])
        const line = await findLine(store, kindOf(id) === 'ent' ? `${actor.userId}#${id}` : id, commandId)
        if (line?.by === actor.userId) {
          if (line.digest !== digest) throw new DomainError('request.command_reused')
          const replay = (await domainsWith(kindOf(id), 'replay')) as NonNullable<Domain['replay']>[string]
          return route.output.parse(await replay(id, context))
        }
      }
      throw error instanceof Conflict ? new DomainError(error.refusal ?? 'request.changed') : error
    }
  }

  const middyRoutes = mounts.flatMap((mount) =>
    Object.entries(mount.routes).map(([name, route]) => ({
      method: route.method,
      path: `${API_PREFIX}${route.path}` as const,
      handler: async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
        const startedAt = Date.now()
        const { requestId } = event.requestContext
        const seen: Seen = { readUnits: 0, writeUnits: 0, events: [] }
        const told = (
          level: 'info' | 'error',
          message: string,
          status: number,
          facts: { code?: string; stack?: string },
        ) => {
          const millis = Date.now() - startedAt
          const measured = {
            route: name,
            status,
            millis,
            code: facts.code,
            ...seen,
            events: status === 200 ? seen.events : [],
          }
          log(level, message, {
            requestId,
            actorId: seen.actor?.userId,
            ...facts,
            ...embeddedMetrics(measured, startedAt),
          })
        }
        try {
          const body = await answer(name, route, mount, event, seen)
          told('info', 'answered', 200, {})
          return reply(200, body)
        } catch (error) {
          const refusal = error instanceof DomainError ? error : new DomainError('server.failed')
          const failed = refusal.code === 'server.failed'
          told(failed ? 'error' : 'info', 'refused', refusal.status, {
            code: refusal.code,
            ...(failed && { stack: stackOf(error) }),
          })
          return refuse(refusal, requestId)
        }
      },
    })),
  )
  const statics = Object.entries(extra).map(([path, body]) => ({
    method: 'GET' as const,
    path: `${API_PREFIX}${path}` as const,
    handler: async () => reply(200, body()),
  }))
  const known = [...middyRoutes, ...statics]
  const matchers = known.map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`))
  const route = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    httpRouter({
      routes: known,
      notFoundResponse: ({ path }: { path: string }) => {
        throw new DomainError(matchers.some((matcher) => matcher.test(path)) ? 'request.method' : 'request.no_route')
      },
    } as never) as never,
  )
  return async (event, lambda) => {
    try {
      return (await route(event, lambda)) as APIGatewayProxyStructuredResultV2
    } catch (error) {
      if (!(error instanceof DomainError))
        log('error', 'router', { requestId: event.requestContext.requestId, stack: stackOf(error) })
      return refuse(
        error instanceof DomainError ? error : new DomainError('server.failed'),
        event.requestContext.requestId,
      )
    }
  }
}

const stackOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${(error.stack ?? '').split('\n').slice(1, 6).join(' ')}` : 'unknown'

const reply = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(body),
})

function refuse(error: DomainError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body: ErrorBody = { code: error.code, message: error.sentence, requestId, ...error.details }
  return reply(error.status, body)
}

/** @throws session.missing */
function bearer(event: APIGatewayProxyEventV2): string {
  const header = event.headers.authorization ?? event.headers.Authorization
  if (!header?.startsWith('Bearer ')) throw new DomainError('session.missing')
  return header.slice(7)
}

/** A promise that may fail before anybody waits for it. */
function settled<T>(promise: Promise<T> | undefined): () => Promise<T> | undefined {
  promise?.catch(() => {})
  return () => promise
}

/** The input, or the refusal that waits until the caller is known. */
function parseInput(
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
    const fields = issues.slice(0, 20)
    return { input: {}, refusal: new DomainError('request.invalid', { fields }) }
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

function digestOf(secrets: Secrets, name: string, { commandId: _command, ...input }: Record<string, unknown>): string {
  return secrets.index(
    'command',
    createHash('sha256')
      .update(JSON.stringify([name, input]))
      .digest('base64url'),
  )
}
