import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from 'playwright-core'
import type { HostRequest, HostResponse } from './browser/settings.ts'

/** Where the page of a phone lives; nothing listens there, the driver answers. */
export const ORIGIN = 'http://phone.invalid'

/** The only way out of a phone: its own files, and the API at the address the build knows it by. */
export class Network {
  offline = false
  readonly #dist: string
  readonly #html: string
  readonly #apiBase: string
  readonly #bakedApi: string

  constructor(dist: string, html: string, apiBase: string, bakedApi: string) {
    this.#dist = dist
    this.#html = html
    this.#apiBase = apiBase.replace(/\/$/, '')
    this.#bakedApi = bakedApi.replace(/\/$/, '')
  }

  /** wx.request and its kin. */
  async request({ url, method, header, body, form, binary, timeout }: HostRequest): Promise<HostResponse> {
    const target = this.#target(url)
    if (!target) return { failure: 'url not in domain list' }
    if (this.offline) return { failure: 'net::ERR_INTERNET_DISCONNECTED' }
    try {
      const payload = form
        ? multipart(form)
        : !body
          ? null
          : 'text' in body
            ? body.text
            : Buffer.from(body.base64, 'base64')
      if (form) delete header['content-type']
      const response = await fetch(target, {
        method,
        headers: header,
        body: payload,
        signal: AbortSignal.timeout(timeout),
      })
      const bytes = Buffer.from(await response.arrayBuffer())
      return {
        status: response.status,
        header: Object.fromEntries(response.headers),
        body: bytes.toString(binary ? 'base64' : 'utf8'),
      }
    } catch (error) {
      const { name, cause, message } = error as Error
      return { failure: name === 'TimeoutError' ? 'timeout' : String((cause as Error | undefined)?.message ?? message) }
    }
  }

  /** The page itself, its pictures, and pictures from elsewhere. */
  async serve(route: Route): Promise<void> {
    const url = new URL(route.request().url())
    if (url.origin === ORIGIN) {
      const file = join(this.#dist, url.pathname)
      if (url.pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.#html })
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 })
    }
    // WeChat's domain list binds requests, not the pictures of <image>.
    const target = this.#target(url.href) ?? (route.request().resourceType() === 'image' ? url.href : undefined)
    if (!target || this.offline) return route.abort()
    const response = await fetch(target).catch(() => null)
    if (!response) return route.abort()
    const body = Buffer.from(await response.arrayBuffer())
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
  }

  #target(url: string): string | undefined {
    for (const base of [this.#bakedApi, this.#apiBase]) {
      if (url === base || url.startsWith(`${base}/`)) return this.#apiBase + url.slice(base.length)
    }
    return undefined
  }
}

function multipart({ file, name, fields }: NonNullable<HostRequest['form']>): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, String(value))
  form.append(name, new Blob([Buffer.from(file, 'base64')]), 'file')
  return form
}
