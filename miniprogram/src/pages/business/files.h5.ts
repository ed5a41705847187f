import { readHolder } from '../../auth/acting-for'
import { readToken } from '../../auth/token'
import { lost, refusalOf } from '../../call-error'
import type { Chosen, Download } from './files-props'

const RELEASE_MILLIS = 10_000

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
export async function download({ path, fileName }: Download): Promise<string> {
  const holder = readHolder()
  const headers = { authorization: `Bearer ${readToken()}`, ...(holder && { 'x-anju-holder': holder }) }
  const answer = await fetch(`${API_ORIGIN}/api${path}`, { headers }).catch((reason: Error) => {
    throw lost(reason.message)
  })
  if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => undefined))
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  return `已下载 ${fileName}`
}
