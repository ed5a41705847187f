import type { Route } from '@anju/shared/contract/route'
import { type CallInput, fileRequest } from './call'
import { lost, refusalOf } from './call-error'

const RELEASE_MILLIS = 60_000

/** Fetches a document with the session of the reader; answers with an address in this browser, good for a minute. @throws CallError */
export async function fetchDocument<R extends Route>(route: R, input: CallInput<R>): Promise<string> {
  const { url, header } = fileRequest(route, input)
  const answer = await fetch(url, { headers: header }).catch((reason: Error) => {
    throw lost(reason.message)
  })
  if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => undefined))
  const address = URL.createObjectURL(await answer.blob())
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  return address
}
