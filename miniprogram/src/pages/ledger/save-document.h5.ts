import { readHolder } from '../../auth/acting-for'
import { readToken } from '../../auth/token'
import { lost, refusalOf } from '../../call-error'

const RELEASE_MILLIS = 10_000

/** Downloads a document that the API prints; answers with what to tell the person. */
export async function saveDocument(path: string, name: string): Promise<string> {
  const holderId = readHolder()
  const answer = await fetch(`${API_ORIGIN}/api${path}`, {
    headers: { authorization: `Bearer ${readToken()}`, ...(holderId && { 'x-anju-holder': holderId }) },
  }).catch((error: Error) => {
    throw lost(error.message)
  })
  if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => undefined))
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLIS)
  return `已导出 ${name}`
}
