import Taro from '@tarojs/taro'

export const EXPORT_LABEL = '复制表格'

/** WeChat saves no files of this kind: the text goes to the clipboard; answers with what to tell the person. */
export async function saveText(_name: string, text: string): Promise<string> {
  await Taro.setClipboardData({ data: text })
  return '已复制，可粘贴到表格中'
}
