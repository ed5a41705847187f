import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Handler } from '@anju/functions/http/router'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'

/** The body limit of a Lambda behind an HTTP API. */
const MAX_BODY_BYTES = 6 * 1024 * 1024

function read(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) chunks.push(chunk)
    })
    request.on('end', () => resolve(size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

/** One request of node:http as the event that API Gateway (HTTP API, payload 2.0) would send. */
function eventOf(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const url = new URL(request.url ?? '/', 'http://local')
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const query: Record<string, string> = {}
  for (const [name, value] of url.searchParams)
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search && { queryStringParameters: query }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString('utf8') }),
    isBase64Encoded: false,
  }
}

const CALLED_BACK = ['POST /api/wechat/pay/notify', 'GET /api/wechat/push', 'POST /api/wechat/push']
/** The routes of the HTTP API: what WeChat tells goes to a function of its own, all else to the API. */
export const gateway =
  (api: Handler, paymentCallback: Handler): Handler =>
  (event, context) =>
    CALLED_BACK.includes(`${event.requestContext.http.method} ${event.rawPath}`)
      ? paymentCallback(event, context)
      : api(event, context)

/** Answers `true` where it has answered the request itself. */
export type Aside = (
  request: IncomingMessage,
  response: import('node:http').ServerResponse,
  body: Buffer,
) => Promise<boolean>

/** Runs a Lambda handler behind node:http, as the HTTP API does in AWS. `asides` come first: the sandbox and static files of the development server. */
export function serveLambda(handler: Handler, asides: Aside[] = []): Server {
  const server = createServer(async (request, response) => {
    try {
      const body = await read(request)
      if (!body) {
        response.writeHead(413, { 'content-type': 'application/json; charset=utf-8' })
        response.end(
          JSON.stringify({ code: 'request.too_large', message: '提交的内容过大，请精简后重试', requestId: 'gateway' }),
        )
        return
      }
      for (const aside of asides) if (await aside(request, response, body)) return
      const answer = await handler(eventOf(request, body), {} as Context)
      response.writeHead(answer.statusCode ?? 200, answer.headers as Record<string, string>)
      response.end(answer.isBase64Encoded ? Buffer.from(answer.body ?? '', 'base64') : answer.body)
    } catch (error) {
      response.writeHead(500).end()
      console.error(error)
    }
  })
  server.keepAliveTimeout = 65_000
  return server
}

export const listen = (server: Server, port = 0, host = '127.0.0.1'): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
  })
