import type { Options } from './answers.ts'
import { fileContent, fromBase64, keepFile, toBase64 } from './files.ts'
import { noteCall, record, stir } from './record.ts'
import type { HostRequest, HostResponse } from './settings.ts'

/** wx.request: carried out by the driver, so that neither CORS nor the browser's own rules take part. */
export function request(options: Options): object {
  const { method = 'GET', data, dataType = 'json', responseType = 'text' } = options
  const header = { 'content-type': 'application/json', ...lowerCase(options.header) }
  const inQuery = ['GET', 'HEAD'].includes(method) && data && typeof data === 'object'
  const url = inQuery ? withQuery(options.url, data) : options.url
  const body = inQuery || data === undefined || data === null ? {} : { body: encode(data, header['content-type']) }
  const binary = responseType === 'arraybuffer'
  return start('request', options, { url, method, header, binary, ...body }, ({ status, header, body }) => ({
    data: binary ? fromBase64(body) : dataType === 'json' ? parse(body) : body,
    statusCode: status,
    header,
    cookies: [],
  }))
}

export function uploadFile(options: Options): object {
  const { url, filePath, name, formData = {}, header = {} } = options
  const form = { file: fileContent(filePath), name, fields: formData }
  const post = { url, method: 'POST', header: lowerCase(header), form, binary: false }
  return start('uploadFile', options, post, ({ status, body }) => ({ statusCode: status, data: body }))
}

export function downloadFile(options: Options): object {
  const get = { url: options.url, method: 'GET', header: lowerCase(options.header), binary: true }
  return start('downloadFile', options, get, ({ status, header, body }) => ({
    statusCode: status,
    tempFilePath: keepFile(`data:${header['content-type'] ?? 'application/octet-stream'};base64,${body}`),
  }))
}

type Sent = Extract<HostResponse, { status: number }>

function start(
  name: string,
  options: Options,
  sent: Omit<HostRequest, 'timeout'>,
  shape: (got: Sent) => object,
): object {
  const call = noteCall(name, { method: sent.method, url: sent.url, data: options.data })
  let aborted = false
  const finish = (response: HostResponse) => {
    if (aborted) return
    const failed = 'failure' in response
    const result = failed
      ? { errMsg: `${name}:fail ${response.failure}`, errno: response.failure === 'timeout' ? 5 : 600001 }
      : { ...shape(response), errMsg: `${name}:ok` }
    call.outcome = failed ? result.errMsg : `${response.status}`
    if (failed) options.fail?.(result)
    else options.success?.(result)
    options.complete?.(result)
  }
  record.pendingRequests += 1
  void hostRequest({ ...sent, timeout: options.timeout ?? 60_000 }).then((response) => {
    record.pendingRequests -= 1
    stir()
    setTimeout(() => finish(response))
  })
  const nothing = () => undefined
  return {
    abort: () => {
      finish({ failure: 'abort' })
      aborted = true
    },
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onChunkReceived: nothing,
    onProgressUpdate: nothing,
    offProgressUpdate: nothing,
  }
}

function withQuery(url: string, data: Record<string, unknown>): string {
  return `${url}${url.includes('?') ? '&' : '?'}${formEncode(data)}`
}

function encode(data: unknown, type: string): { text: string } | { base64: string } {
  if (data instanceof ArrayBuffer) return { base64: toBase64(data) }
  if (typeof data === 'string') return { text: data }
  return { text: type.includes('x-www-form-urlencoded') ? formEncode(data as object) : JSON.stringify(data) }
}

function formEncode(data: object): string {
  return Object.entries(data)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&')
}

function lowerCase(header: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
