import type { Route } from '@anju/shared/contract/route'
import type { CallInput } from './call'
import { fetchDocument } from './fetch-document'

/** Shows a PDF in a tab of its own. @throws CallError */
export async function openDocument<R extends Route>(route: R, input: CallInput<R>): Promise<void> {
  // A tab is opened with the tap itself: later the browser would take it for an advert.
  const tab = window.open('', '_blank')
  try {
    const address = await fetchDocument(route, input)
    if (tab) tab.location.href = address
    else window.location.href = address
  } catch (error) {
    tab?.close()
    throw error
  }
}
