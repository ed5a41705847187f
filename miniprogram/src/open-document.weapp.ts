import type { Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import { type CallInput, fileRequest } from './call'
import { lost, refusalOf } from './call-error'

/** Fetches a PDF with the session of the reader and shows it in WeChat's own viewer. @throws CallError */
export async function openDocument<R extends Route>(route: R, input: CallInput<R>): Promise<void> {
  const answer = await Taro.downloadFile(fileRequest(route, input)).catch((reason: { errMsg?: string }) => {
    throw lost(reason.errMsg ?? '')
  })
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, undefined)
  await Taro.openDocument({ filePath: answer.tempFilePath, fileType: 'pdf', showMenu: true })
}
