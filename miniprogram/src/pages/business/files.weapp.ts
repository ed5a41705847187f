import Taro from '@tarojs/taro'
import { readHolder } from '../../auth/acting-for'
import { readToken } from '../../auth/token'
import { lost, refusalOf } from '../../call-error'
import type { Chosen, Download } from './files-props'

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
export async function download({ path, fileName }: Download): Promise<string> {
  const holder = readHolder()
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  const answer = await Taro.downloadFile({
    url: `${API_ORIGIN}/api${path}`,
    header: { authorization: `Bearer ${readToken()}`, ...(holder && { 'x-anju-holder': holder }) },
    filePath,
  }).catch((reason: { errMsg?: string }) => {
    throw lost(reason.errMsg ?? '')
  })
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, undefined)
  await Taro.shareFileMessage({ filePath, fileName })
  return '可以在聊天里保存这个文件'
}
