import { CallError, sentenceOf } from '../../call-error'
import { toast } from '../../components/feedback'

/** What exactly is wrong, where the refusal says it. */
export const toldOf = (error: unknown): string =>
  (error instanceof CallError && (error.rules[0]?.message ?? error.fields[0]?.message)) || sentenceOf(error)

/** Runs an act of a sheet: says that it is done and closes, or says why not. */
export const act = (running: Promise<unknown>, done: string, close?: () => void): Promise<void> =>
  running.then(
    () => {
      toast(done)
      close?.()
    },
    (error: unknown) => toast(toldOf(error)),
  )
