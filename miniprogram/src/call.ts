import { type Output, pathNames, type Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import type * as z from 'zod'
import { keepHolder, readHolder } from './auth/acting-for'
import { keepToken, readToken } from './auth/token'
import { CallError, lost, refusalOf } from './call-error'

const TIMEOUT_MILLIS = 20_000
const RETRIES = 2
const FIRST_WAIT_MILLIS = 400

/** What the caller writes: defaults of the route may be left out. */
export type CallInput<R extends Route> = z.input<R['input']>

type Fields = Record<string, unknown>

/** Splits the flat input: names in the path are filled in, the rest stays. */
function address(route: Route, input: Fields): { path: string; rest: Fields } {
  const rest = { ...input }
  let path = route.path
  for (const name of pathNames(route.path)) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  return { path, rest }
}

function query(fields: Fields): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Where a reading call goes, and who asks: for what is fetched as a file. */
export function fileRequest<R extends Route>(
  route: R,
  input: CallInput<R>,
): { url: string; header: Record<string, string> } {
  const { path, rest } = address(route, input as Fields)
  return { url: `${API_ORIGIN}/api${path}${query(rest)}`, header: session() }
}

function session(): Record<string, string> {
  const token = readToken()
  const holderId = readHolder()
  return {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(token && holderId && { 'x-anju-holder': holderId }),
  }
}

async function attempt(route: Route, input: Fields): Promise<unknown> {
  const { path, rest } = address(route, input)
  const reading = route.method === 'GET'
  const token = readToken()
  const answer = await Taro.request<unknown, Fields>({
    url: `${API_ORIGIN}/api${path}${reading ? query(rest) : ''}`,
    method: route.method,
    ...(!reading && { data: rest }),
    header: { 'content-type': 'application/json', ...session() },
    timeout: TIMEOUT_MILLIS,
  }).catch((reason: { errMsg?: string; message?: string }) => {
    throw lost(reason.errMsg ?? reason.message ?? '')
  })
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data
  const refusal = refusalOf(answer.statusCode, answer.data)
  if (refusal.status === 401 && token) keepToken('')
  if (refusal.code === 'access.holder') keepHolder('')
  throw refusal
}

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis))

/** Calls a route. What may be sent twice, a read or a command with its id, is sent again after a lost answer. */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<Output<R>> {
  const fields = input as Fields
  const repeatable = route.method === 'GET' || 'commandId' in fields
  for (let tried = 0; ; tried++) {
    try {
      return (await attempt(route, fields)) as Output<R>
    } catch (error) {
      // Who was removed from a team reads on as themselves: `attempt` has forgotten the holder by now.
      const alone = error instanceof CallError && error.code === 'access.holder' && route.method === 'GET'
      const again = repeatable && tried < RETRIES && error instanceof CallError && (error.passing || alone)
      if (!again) throw error
      await wait(FIRST_WAIT_MILLIS * 2 ** tried * (0.5 + Math.random()))
    }
  }
}
