import type { Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import type { CallInput } from './call'
import { fetchDocument } from './fetch-document'

/** Shows a PDF in WeChat's own viewer. @throws CallError */
export async function openDocument<R extends Route>(route: R, input: CallInput<R>): Promise<void> {
  await Taro.openDocument({ filePath: await fetchDocument(route, input), fileType: 'pdf', showMenu: true })
}
