import { pathNames, type Route } from '@anju/shared/contract/route'
import type { ErrorBody } from '@anju/shared/errors'
import type * as z from 'zod'

export interface Answer<R extends Route> {
  status: number
  /** The declared output on 200; reading it after a refusal fails the test. */
  value: z.output<R['output']>
  error: ErrorBody
}

/** One request of the contract over real HTTP. */
export async function request<R extends Route>(
  base: string,
  route: R,
  input: z.input<R['input']>,
  token?: string,
  actingFor?: string,
): Promise<Answer<R>> {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  let path = route.path
  for (const name of pathNames(path)) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  const query =
    route.method === 'GET'
      ? `?${new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))}`
      : ''
  const answer = await fetch(`${base}/api${path}${query === '?' ? '' : query}`, {
    method: route.method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(actingFor && { 'x-anju-holder': actingFor }),
      ...(route.method !== 'GET' && { 'content-type': 'application/json' }),
    },
    ...(route.method !== 'GET' && { body: JSON.stringify(rest) }),
  })
  const json = answer.headers.get('content-type')?.startsWith('application/json')
  const body: unknown = json
    ? await answer.json()
    : {
        fileName: decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? ''),
        bytes: new Uint8Array(await answer.arrayBuffer()),
      }
  return {
    status: answer.status,
    get value() {
      if (answer.status !== 200)
        throw new Error(`${route.method} ${path} answered ${answer.status} ${JSON.stringify(body)}`)
      return body as z.output<R['output']>
    },
    get error() {
      if (answer.status === 200) throw new Error(`${route.method} ${path} was not refused`)
      return body as ErrorBody
    },
  }
}
