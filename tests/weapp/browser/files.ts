/** Temporary files of the phone, as data URLs, by their wxfile:// path. */
const files = new Map<string, string>()

export function keepFile(dataUrl: string): string {
  const kind = /^data:\w+\/(\w+)/.exec(dataUrl)?.[1] ?? 'bin'
  const path = `wxfile://tmp_${files.size + 1}.${kind}`
  files.set(path, dataUrl)
  return path
}

export function fileSize(path: string): number {
  return Math.floor((fileContent(path).length * 3) / 4)
}

/** The content of a file as base64. */
export function fileContent(path: string): string {
  const dataUrl = files.get(path)
  if (!dataUrl) throw new Error(`no such file ${path}`)
  return dataUrl.slice(dataUrl.indexOf(',') + 1)
}

/** What an img can show: a file of the phone as its data URL, anything else as it is. */
export function localFile(path: string): string {
  return files.get(path) ?? path ?? ''
}

export function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
}

export function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer
}
