export const EXPORT_LABEL = '导出表格'
const RELEASE_MILLIS = 10_000

/** Downloads the file; answers with what to tell the person. */
export async function saveText(name: string, text: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  return `已导出 ${name}`
}
