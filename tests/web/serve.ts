import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Serves a browser build, and hands /api to the real API. */
export async function serveH5(dist: string, apiBase: string, port = 0): Promise<{ url: string; close(): void }> {
  const root = resolve(dist)
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${dist} is no H5 build: it has no index.html`)
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/api')) forward(incoming, outgoing, apiBase)
    else sendFile(root, incoming, outgoing)
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, apiBase: string): void {
  const target = new URL(incoming.url ?? '', apiBase)
  const { method, headers } = incoming
  const onward = request(target, { method, headers: { ...headers, host: target.host } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', (error) => outgoing.writeHead(502).end(error.message))
  incoming.pipe(onward)
}

function sendFile(root: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.url === '/favicon.ico') return void outgoing.writeHead(204).end()
  const path = join(root, normalize(decodeURIComponent(new URL(incoming.url ?? '', 'http://x').pathname)))
  const file = path === root || path === root + sep ? join(root, 'index.html') : path
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
    outgoing.writeHead(404).end()
    return
  }
  outgoing
    .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file))
}
