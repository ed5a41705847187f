import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { createBrotliCompress } from 'node:zlib'
import type { Aside } from './lambda-server'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg'])

/** Files of one folder; anything outside `/api` that is no file is the app itself. */
export const staticFiles =
  (folder: string): Aside =>
  async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    if (path.startsWith('/api/') || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const wanted = join(folder, normalize(path))
    const file =
      wanted.startsWith(folder) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(folder, 'index.html')
    if (!existsSync(file)) return false
    const kind = extname(file)
    const pack = PACKED.has(kind) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(200, {
      'content-type': TYPES[kind] ?? 'application/octet-stream',
      'cache-control': kind === '.html' ? 'no-cache' : 'public, max-age=3600',
      ...(pack && { 'content-encoding': 'br' }),
    })
    const stream = createReadStream(file)
    if (pack) stream.pipe(createBrotliCompress({ params: { 0: 4 } as never })).pipe(response)
    else stream.pipe(response)
    return true
  }
