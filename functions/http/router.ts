import type { FileAnswer } from '@anju/shared/contract/route'
import { DomainError } from '@anju/shared/errors'
import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import { answerOver, type Mount, type Seen, type World } from './answer'
import { log } from './log'
import { embeddedMetrics } from './metrics'
import { refuse, reply, replyFile } from './reply'

export type { Mount, World } from './answer'
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
  const handlerOf = (name: string, mount: Mount) => async (event: APIGatewayProxyEventV2) => {
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
      const body = await answer(name, mount, event, seen)
      told(200)
      const mediaType = mount.routes[name]?.produces
      return mediaType ? replyFile(mediaType, body as FileAnswer) : reply(200, body)
    } catch (error) {
      told(refusalOf(error).status, error)
      return refuse(refusalOf(error), requestId)
    }
  }
  const routes = mounts.flatMap((mount) =>
    Object.entries(mount.routes).map(([name, { method, path }]) => ({
      method,
      path: `${API_PREFIX}${path}`,
      handler: handlerOf(name, mount),
    })),
  )
  const documents = Object.entries(extra).map(([path, body]) => ({
    method: 'GET' as const,
    path: `${API_PREFIX}${path}`,
    handler: async () => reply(200, await body()),
  }))
  const known = [...routes, ...documents]
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
    const { requestId } = event.requestContext
    try {
      return (await route(event, lambda)) as APIGatewayProxyStructuredResultV2
    } catch (error) {
      if (!(error instanceof DomainError)) log('error', 'router', { requestId, stack: stackOf(error) })
      return refuse(refusalOf(error), requestId)
    }
  }
}
