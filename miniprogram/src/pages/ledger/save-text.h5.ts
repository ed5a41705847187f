import { saveAs } from '../../save-as'

export const EXPORT_LABEL = '导出表格'
const RELEASE_MILLIS = 10_000

/** Downloads the file; answers with what to tell the person. */
export async function saveText(name: string, text: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  saveAs(address, name)
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  return `已导出 ${name}`
}
