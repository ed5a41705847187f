import type { Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import { type CallInput, fileRequest } from './call'
import { lost, refusalOf } from './call-error'

/** Fetches a document with the session of the reader; answers with its path on this phone, `filePath` where one is given. @throws CallError */
export async function fetchDocument<R extends Route>(
  route: R,
  input: CallInput<R>,
  filePath?: string,
): Promise<string> {
  const answer = await Taro.downloadFile({ ...fileRequest(route, input), ...(filePath && { filePath }) }).catch(
    (reason: { errMsg?: string }) => {
      throw lost(reason.errMsg ?? '')
    },
  )
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, undefined)
  return filePath ?? answer.tempFilePath
}
