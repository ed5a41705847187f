import type { Route } from '@anju/shared/contract/route'
import Taro from '@tarojs/taro'
import type { CallInput } from '../../call'
import { fetchDocument } from '../../fetch-document'

const OPENS = ['xlsx', 'pdf'] as const

/** Fetches a document that the API prints, and shows it; from there WeChat sends it on or keeps it. @throws CallError */
export async function saveDocument<R extends Route>(route: R, input: CallInput<R>, name: string): Promise<string> {
  const filePath = await fetchDocument(route, input)
  const fileType = OPENS.find((ending) => name.endsWith(`.${ending}`))
  if (fileType) {
    await Taro.openDocument({ filePath, fileType, showMenu: true })
    return '已打开，可从右上角转发或保存'
  }
  await Taro.setClipboardData({ data: String(Taro.getFileSystemManager().readFileSync(filePath, 'utf8')) })
  return '已复制，可粘贴保存'
}
