import type { Route } from '@anju/shared/contract/route'
import type { CallInput } from '../../call'
import { fetchDocument } from '../../fetch-document'
import { saveAs } from '../../save-as'
import type { Chosen } from './files-props'

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** Lets the person choose a spreadsheet; nothing where they change their mind. */
export const chooseSpreadsheet = (): Promise<Chosen | undefined> =>
  new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx'
    input.oncancel = () => resolve(undefined)
    input.onchange = () => {
      const file = input.files?.[0]
      if (!file) return resolve(undefined)
      base64Of(file).then((base64) => resolve({ name: file.name, base64, bytes: file.size }), reject)
    }
    input.click()
  })

/** Downloads a document; answers with what to tell the person. @throws CallError */
export async function download<R extends Route>(route: R, input: CallInput<R>, fileName: string): Promise<string> {
  saveAs(await fetchDocument(route, input), fileName)
  return `已下载 ${fileName}`
}
