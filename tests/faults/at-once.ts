import type { Route } from '@anju/shared/contract/route'
import type { Answer } from '../client'

/** What a call came to: 200 or the code of its refusal. */
export const outcome = (answer: Answer<Route>): string => (answer.status === 200 ? '200' : `${answer.error.code}`)

/** Sends all calls in the same moment and gives their outcomes, sorted: the done ones first. */
export async function atOnce(calls: (() => Promise<Answer<never> | Answer<Route>>)[]): Promise<string[]> {
  const answers = await Promise.all(calls.map((call) => call()))
  return answers.map((answer) => outcome(answer as Answer<Route>)).sort()
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Counts equal outcomes, for the report. */
export function counted(outcomes: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of outcomes) counts[each] = (counts[each] ?? 0) + 1
  return counts
}

/** Orders that WeChat itself moves on between two answers. */
export const MOVED_BY_WECHAT = ['startPayment', 'refundPayment']

/** What of an answer is the same each time: not the addresses of pictures, which are signed anew, nor what WeChat moves on. */
export const lasting = (route: string, value: unknown): unknown =>
  MOVED_BY_WECHAT.includes(route)
    ? (value as { id: string }).id
    : JSON.parse(JSON.stringify(value, (key, each) => (key === 'url' || key === 'urlUntil' ? undefined : each)))
