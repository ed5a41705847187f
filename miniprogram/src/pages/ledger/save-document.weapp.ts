import Taro from '@tarojs/taro'
import { readHolder } from '../../auth/acting-for'
import { readToken } from '../../auth/token'
import { lost, refusalOf } from '../../call-error'

const OPENS = ['xlsx', 'pdf'] as const

/** Fetches a document that the API prints, and shows it; from there WeChat sends it on or keeps it. */
export async function saveDocument(path: string, name: string): Promise<string> {
  const holderId = readHolder()
  const answer = await Taro.downloadFile({
    url: `${API_ORIGIN}/api${path}`,
    header: { authorization: `Bearer ${readToken()}`, ...(holderId && { 'x-anju-holder': holderId }) },
  }).catch((reason: { errMsg?: string }) => {
    throw lost(reason.errMsg ?? '')
  })
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, undefined)
  const fileType = OPENS.find((ending) => name.endsWith(`.${ending}`))
  if (fileType) {
    await Taro.openDocument({ filePath: answer.tempFilePath, fileType, showMenu: true })
    return '已打开，可从右上角转发或保存'
  }
  const text = Taro.getFileSystemManager().readFileSync(answer.tempFilePath, 'utf8')
  await Taro.setClipboardData({ data: String(text) })
  return '已复制，可粘贴保存'
}
