import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http'
import { listen } from '../../tools/lambda-server'

/** What the proxy may do with one request of the store instead of passing it on. */
export type Fault =
  /** Answers itself, as DynamoDB does when it refuses. */
  | { answer: number; type: string; body?: Record<string, unknown> }
  /** Answers itself with something that is not from DynamoDB. */
  | { answer: number; text: string }
  /** Never answers. */
  | 'hang'
  /** Cuts the connection before anything reaches the database. */
  | 'reset'
  /** Lets the database do it, then cuts the connection. */
  | 'lose'
  /** Lets the database do it, then cuts the connection in the middle of the answer. */
  | 'halve'
  /** Lets a BatchGetItem read only its first key and calls the others unprocessed. */
  | 'unprocess'

export interface FaultyProxy {
  endpoint: string
  /** The next `times` requests of an operation meet the fault; the count begins anew. */
  spoil(operation: string, fault: Fault, times?: number): void
  heal(): void
  /** Requests of the spoilt operation since then, and the pauses between them in milliseconds. */
  seen(): number
  gaps(): number[]
  close(): Promise<void>
}

const exception = (type: string, message: string, more = {}) => ({
  __type: `com.amazonaws.dynamodb.v20120810#${type}`,
  message,
  ...more,
})

const collect = (stream: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', reject)
  })

/** A proxy between the store and the engine that misbehaves on demand as networks and busy databases do. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  let spoilt: { operation: string; fault: Fault; left: number } | undefined
  let moments: number[] = []

  const forward = (incoming: IncomingMessage, body: Buffer): Promise<{ status: number; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const { host: _host, 'content-length': _length, ...headers } = incoming.headers
      const length = { 'content-length': String(body.length) }
      const sent = open(target, { method: 'POST', headers: { ...headers, ...length } }, async (answer) =>
        resolve({ status: answer.statusCode ?? 0, body: await collect(answer) }),
      )
      sent.on('error', reject)
      sent.end(body)
    })

  const reply = (
    response: ServerResponse,
    status: number,
    body: Buffer | string,
    type = 'application/x-amz-json-1.0',
  ) => response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)

  async function misbehave(fault: Fault, incoming: IncomingMessage, body: Buffer, response: ServerResponse) {
    if (fault === 'hang') return
    if (fault === 'reset') return void incoming.socket.destroy()
    if (fault === 'unprocess') return halfRead(incoming, body, response)
    if (typeof fault !== 'string') {
      if ('text' in fault) return void reply(response, fault.answer, fault.text, 'text/html')
      return void reply(response, fault.answer, JSON.stringify(exception(fault.type, 'injected', fault.body)))
    }
    const answer = await forward(incoming, body)
    if (fault === 'halve') {
      response.writeHead(answer.status, { 'content-length': answer.body.length + 1 })
      response.write(answer.body.subarray(0, answer.body.length / 2))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    incoming.socket.destroy()
  }

  async function halfRead(incoming: IncomingMessage, body: Buffer, response: ServerResponse) {
    const asked = JSON.parse(body.toString('utf8')) as { RequestItems: Record<string, { Keys: object[] }> }
    const [[table, { Keys, ...rest }]] = Object.entries(asked.RequestItems) as [[string, { Keys: object[] }]]
    const first = { ...asked, RequestItems: { [table]: { ...rest, Keys: Keys.slice(0, 1) } } }
    const answer = await forward(incoming, Buffer.from(JSON.stringify(first)))
    const left = Keys.length > 1 ? { [table]: { ...rest, Keys: Keys.slice(1) } } : asked.RequestItems
    const half = { ...(JSON.parse(answer.body.toString('utf8')) as object), UnprocessedKeys: left }
    reply(response, 200, JSON.stringify(half))
  }

  const server = createServer(async (incoming, response) => {
    try {
      const body = await collect(incoming)
      const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
      if (spoilt?.operation === operation) {
        moments.push(performance.now())
        if (spoilt.left-- > 0) return await misbehave(spoilt.fault, incoming, body, response)
      }
      const answer = await forward(incoming, body)
      reply(response, answer.status, answer.body)
    } catch {
      incoming.socket.destroy()
    }
  })
  const endpoint = await listen(server)
  return {
    endpoint,
    spoil(operation, fault, times = Number.POSITIVE_INFINITY) {
      spoilt = { operation, fault, left: times }
      moments = []
    },
    heal() {
      spoilt = undefined
    },
    seen: () => moments.length,
    gaps: () => moments.slice(1).map((moment, index) => Math.round(moment - (moments[index] as number))),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}
