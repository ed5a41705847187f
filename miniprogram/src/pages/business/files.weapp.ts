import type { Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import type { CallInput } from '../../call'
import { fetchDocument } from '../../fetch-document'
import type { Chosen } from './files-props'

/** Lets the person choose a spreadsheet out of a chat; nothing where they change their mind. */
export async function chooseSpreadsheet(): Promise<Chosen | undefined> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(() => ({
    tempFiles: [],
  }))
  const [file] = tempFiles
  if (!file) return undefined
  const base64 = String(Taro.getFileSystemManager().readFileSync(file.path, 'base64'))
  return { name: file.name, base64, bytes: file.size }
}

/** Fetches a document and hands it to a chat, where it can be kept; answers with what to tell the person. @throws CallError */
export async function download<R extends Route>(route: R, input: CallInput<R>, fileName: string): Promise<string> {
  const filePath = await fetchDocument(route, input, `${Taro.env.USER_DATA_PATH}/${fileName}`)
  await Taro.shareFileMessage({ filePath, fileName })
  return '可以在聊天里保存这个文件'
}
