import type { FileAnswer } from '@anju/shared/contract/route'
import { DomainError, statusOf } from '@anju/shared/errors'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import { answerOver, type Seen, type World } from './answer'
import { log } from './log'
import { embeddedMetrics } from './metrics'
import { type Mount, mountsByPath } from './mount'
import { refuse, reply, replyFile } from './reply'
import type { Domain } from './use-case'

export type { World } from './answer'
export type Handler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>

const API_PREFIX = '/api'

const refusalOf = (error: unknown) => (error instanceof DomainError ? error : new DomainError('server.failed'))
/** Where it broke, without the message, which may take several lines: it may hold what somebody typed. */
const stackOf = (error: unknown) => {
  if (!(error instanceof Error)) return 'unknown'
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return `${error.name}: ${places.slice(0, 5).join(' ')}`
}

/** The Lambda handler of all routes of some domains; `extra` are documents served as they are. */
export function routerOf(
  mounts: Mount[],
  world: () => Promise<World>,
  extra: Record<string, () => object | Promise<object>> = {},
): Handler {
  const answer = answerOver(mounts, world)
  const handlerOf = (name: string, domain: Domain) => async (event: APIGatewayProxyEventV2) => {
    const startedAt = Date.now()
    const { requestId } = event.requestContext
    const seen: Seen = { readUnits: 0, writeUnits: 0, events: [] }
    const told = (status: number, error?: unknown) => {
      const code = error === undefined ? undefined : refusalOf(error).code
      const failed = code === 'server.failed'
      log(failed ? 'error' : 'info', code ? 'refused' : 'answered', {
        requestId,
        actorId: seen.actor?.userId,
        readUnits: seen.readUnits,
        writeUnits: seen.writeUnits,
        ...(failed && { stack: stackOf(error) }),
        ...embeddedMetrics(
          { route: name, status, millis: Date.now() - startedAt, code, events: code ? [] : seen.events },
          startedAt,
        ),
      })
    }
    try {
      const body = await answer(name, domain, event, seen)
      told(200)
      const mediaType = domain.routes[name]?.produces
      return mediaType ? replyFile(mediaType, body as FileAnswer) : reply(200, body)
    } catch (error) {
      told(statusOf(refusalOf(error)), error)
      return refuse(refusalOf(error), requestId)
    }
  }
  const documents = routing(
    Object.entries(extra).map(([path, body]) => ({
      method: 'GET',
      path: `${API_PREFIX}${path}`,
      handler: async () => reply(200, await body()),
    })),
  )
  const mountAt = mountsByPath(mounts)
  const routings = new Map<Mount, Promise<Handler>>()
  const routingOf = async (mount: Mount) => {
    const domain = await mount.load()
    return routing(
      Object.entries(domain.routes).map(([name, { method, path }]) => ({
        method,
        path: `${API_PREFIX}${path}`,
        handler: handlerOf(name, domain),
      })),
    )
  }
  return async (event, lambda) => {
    const { requestId, http } = event.requestContext
    try {
      const mount = http.path.startsWith(API_PREFIX) ? mountAt(http.path.slice(API_PREFIX.length)) : undefined
      if (mount && !routings.has(mount)) routings.set(mount, routingOf(mount))
      const route = (mount && (await routings.get(mount))) ?? documents
      return await route(event, lambda)
    } catch (error) {
      if (!(error instanceof DomainError)) log('error', 'router', { requestId, stack: stackOf(error) })
      return refuse(refusalOf(error), requestId)
    }
  }
}

/** Finds the one of these routes that a request is for. @throws request.no_route, request.method */
function routing(routes: { method: string; path: string; handler: object }[]): Handler {
  const matchers = routes.map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`))
  return httpRouter({
    routes,
    notFoundResponse: ({ path }: { path: string }) => {
      throw new DomainError(matchers.some((matcher) => matcher.test(path)) ? 'request.method' : 'request.no_route')
    },
  } as never) as unknown as Handler
}
