import type { Route } from '@anju/shared/contract/route'
import { type CallInput, fileRequest } from './call'
import { lost, refusalOf } from './call-error'

const RELEASE_MILLIS = 60_000

/** Fetches a PDF with the session of the reader and shows it in a tab of its own. @throws CallError */
export async function openDocument<R extends Route>(route: R, input: CallInput<R>): Promise<void> {
  // A tab is opened with the tap itself: later the browser would take it for an advert.
  const tab = window.open('', '_blank')
  try {
    const { url, header } = fileRequest(route, input)
    const answer = await fetch(url, { headers: header }).catch((reason: Error) => {
      throw lost(reason.message)
    })
    if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => undefined))
    const address = URL.createObjectURL(await answer.blob())
    if (tab) tab.location.href = address
    else window.location.href = address
    setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  } catch (error) {
    tab?.close()
    throw error
  }
}
