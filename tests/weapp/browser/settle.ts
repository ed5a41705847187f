import type { Options, Work } from './answers.ts'
import { askPrivacy } from './privacy.ts'
import { noteCall, stir } from './record.ts'

type Ending = { errMsg: string } & Record<string, unknown>

/** Ends a call the way WeChat does: callbacks in a later turn, and a promise for whoever passed none. */
export function settle(name: string, options: Options, work: Work): Promise<Ending> | undefined {
  const call = noteCall(name, options)
  const note = ({ errMsg }: Ending) => {
    call.outcome = errMsg
    stir()
  }
  const ending = perform(name, options, work).then(
    (result) => {
      note(result)
      return result
    },
    (failure) => {
      note(failure)
      throw failure
    },
  )
  const { success, fail, complete } = options
  if (!success && !fail && !complete) return ending
  const tell = (callback?: (ending: Ending) => void) => (ending: Ending) => {
    setTimeout(() => {
      callback?.(ending)
      complete?.(ending)
    })
  }
  ending.then(tell(success), tell(fail))
  return undefined
}

async function perform(name: string, options: Options, work: Work): Promise<Ending> {
  try {
    const refusal = await askPrivacy(name)
    if (refusal) throw Object.assign(new Error(refusal), { errno: 104 })
    return { ...((await work(options)) as object | undefined), errMsg: `${name}:ok` }
  } catch (error) {
    const { message, errno } = error as Error & { errno?: number }
    throw { errMsg: `${name}:fail ${message}`, ...(errno ? { errno } : {}) }
  }
}
