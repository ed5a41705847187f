import type { Answer } from './settings.ts'

/** How the test wants calls of wx.* and open-type buttons to end, by name. */
export const answers = new Map<string, Answer>()

// biome-ignore lint/suspicious/noExplicitAny: the options of every wx.* call pass through here
export type Options = Record<string, any>
export type Work = (options: Options) => unknown

/** The test's answer to a call, if it gave one; throws if the call shall fail. */
export function given(name: string): object | undefined {
  const answer = answers.get(name)
  if (answer && 'fail' in answer) throw new Error(String(answer.fail))
  return answer
}
