import { Agent, request as open } from 'node:http'
import { pathNames, type Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { bodyText } from './hostile'

/** One request exactly as it goes over the wire. */
export interface Shot {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}
export interface Reply {
  status: number
  contentType: string
  text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export function send(base: string, { method, path, headers, body }: Shot): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const length = { 'content-length': String(Buffer.byteLength(body ?? '')) }
    const sent = open({ hostname, port, method, path, agent, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          contentType: answer.headers['content-type'] ?? '',
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const hangUp = (): void => agent.destroy()

/** What a place in a path or a query can hold: text. */
function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : bodyText(value)
  return text.slice(0, 1_500)
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

/** A call of a route with these fields, however wrong they are. */
export function shotOf(route: Route, input: Record<string, unknown>, authorization?: string): Shot {
  const rest = { ...input }
  let path = route.path
  for (const name of pathNames(path)) {
    path = path.replace(`{${name}}`, () => encode(asText(rest[name])))
    delete rest[name]
  }
  const bodied = route.method !== 'GET'
  const query = bodied
    ? []
    : Object.entries(rest).flatMap(([name, value]) =>
        value === undefined
          ? []
          : (Array.isArray(value) ? value.slice(0, 3) : [value]).map(
              (each) => `${encode(name)}=${encode(asText(each))}`,
            ),
      )
  return {
    method: route.method,
    path: `/api${path}${query.length > 0 ? `?${query.join('&')}` : ''}`.slice(0, 12_000),
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(bodied && { 'content-type': 'application/json' }),
    },
    ...(bodied && { body: bodyText(rest) }),
  }
}

const matchers = Object.entries(routes as Record<string, Route>).map(([name, { method, path }]) => ({
  name,
  method,
  pattern: new RegExp(`^/api${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
}))

/** The routes that a request may have reached: a hostile path can lead elsewhere than its maker meant. */
export function routesAt({ method, path }: Shot): string[] {
  const { pathname } = new URL(path, 'http://local')
  return matchers.filter((each) => each.method === method && each.pattern.test(pathname)).map((each) => each.name)
}

/** The request as one can send it again with curl. */
export const asCurl = ({ method, path, headers, body }: Shot): string =>
  [
    `${method} ${path}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`${JSON.stringify(body).slice(0, 3_000)}`]),
  ].join('\n    ')
