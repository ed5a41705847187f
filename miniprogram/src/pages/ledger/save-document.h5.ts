import type { Route } from '@anju/shared/contract/route'
import type { CallInput } from '../../call'
import { fetchDocument } from '../../fetch-document'
import { saveAs } from '../../save-as'

/** Downloads a document that the API prints; answers with what to tell the person. @throws CallError */
export async function saveDocument<R extends Route>(route: R, input: CallInput<R>, name: string): Promise<string> {
  saveAs(await fetchDocument(route, input), name)
  return `已导出 ${name}`
}
