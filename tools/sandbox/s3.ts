import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/*
 * S3 as far as functions/files uses it: PUT, GET and DELETE of one object by a signed header or a signed address, and
 * the browser's form with its policy. Signatures are worked out here from AWS's description (Signature Version 4), not
 * with the library that made them.
 */
interface Stored {
  mediaType: string
  bytes: Buffer
}
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code)
  }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
/** 20261123T040000Z → milliseconds. */
const timeOf = (stamp: string) =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

export interface PlayedS3 {
  server: Server
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The keys of all objects, for tests. */
  keys(): string[]
  read(key: string): Buffer | undefined
  /** Moves the clock by which signatures and policies expire. */
  setNow(millis: number | undefined): void
  /** While true, every request is answered with 503. */
  broken: boolean
}

/** Plays one bucket; its objects lie in `folder`, or in memory without one. */
export function playedS3(
  folder?: string,
  identity = { accessKeyId: 'AKIDSANDBOX', secretAccessKey: 'sandbox-secret', region: 'cn-north-1' },
): PlayedS3 {
  const bucket = 'anju-files'
  const objects = new Map<string, Stored>()
  let now: number | undefined
  const clock = () => now ?? Date.now()
  const fileOf = (key: string) => join(folder as string, encodeURIComponent(key))
  const store = {
    get: (key: string): Stored | undefined => {
      if (!folder || objects.has(key) || !existsSync(fileOf(key))) return objects.get(key)
      return { mediaType: readFileSync(`${fileOf(key)}.type`, 'utf8'), bytes: readFileSync(fileOf(key)) }
    },
    put: (key: string, stored: Stored) => {
      if (!folder) return void objects.set(key, stored)
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${fileOf(key)}.type`, stored.mediaType)
      writeFileSync(fileOf(key), stored.bytes)
    },
    remove: (key: string) => {
      objects.delete(key)
      if (folder) for (const file of [fileOf(key), `${fileOf(key)}.type`]) rmSync(file, { force: true })
    },
  }

  function signatureOf(scope: string, text: string): string {
    const [keyId, day = '', region = '', service = '', end = ''] = scope.split('/')
    if (keyId !== identity.accessKeyId) throw new Refused(403, 'InvalidAccessKeyId')
    if (region !== identity.region || service !== 's3' || end !== 'aws4_request')
      throw new Refused(400, 'AuthorizationHeaderMalformed')
    const key = [day, region, service, end].reduce<Buffer | string>(
      (derived, part) => hmac(derived, part),
      `AWS4${identity.secretAccessKey}`,
    )
    return hmac(key, text).toString('hex')
  }

  function canonical(request: IncomingMessage, url: URL, names: string[], payload: string): string {
    const query = [...url.searchParams]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
    const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part)))
    const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    return [request.method, path.join('/'), query.join('&'), headers.join(''), names.join(';'), payload].join('\n')
  }

  /** @throws Refused where a request is signed by nobody we know, too late, or over something else */
  function authorize(request: IncomingMessage, url: URL, body: Buffer): void {
    const query = (name: string) => url.searchParams.get(name) ?? ''
    const header = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    )
    const signed = query('X-Amz-Signature') !== ''
    if (!signed && !header) throw new Refused(403, 'AccessDenied')
    const [scope = '', names = '', signature = ''] = signed
      ? [query('X-Amz-Credential'), query('X-Amz-SignedHeaders'), query('X-Amz-Signature')]
      : (header?.slice(1) ?? [])
    const stamp = signed ? query('X-Amz-Date') : String(request.headers['x-amz-date'])
    const declared = signed ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256'])
    const seconds = signed ? Number(query('X-Amz-Expires')) : 900
    if (!(clock() < timeOf(stamp) + seconds * 1000)) throw new Refused(403, 'AccessDenied')
    if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body))
      throw new Refused(400, 'XAmzContentSHA256Mismatch')
    const text = ['AWS4-HMAC-SHA256', stamp, scope.split('/').slice(1).join('/')].join('\n')
    const whole = `${text}\n${sha256(canonical(request, url, names.split(';'), declared))}`
    if (!same(signatureOf(scope, whole), signature)) throw new Refused(403, 'SignatureDoesNotMatch')
  }

  async function takeForm(request: IncomingMessage, body: Buffer): Promise<void> {
    const headers = { 'content-type': String(request.headers['content-type']) }
    const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined)
    if (!form) throw new Refused(400, 'MalformedPOSTRequest')
    const fields = new Map<string, string>()
    let file: Blob | undefined
    for (const [name, value] of form) {
      if (file) break // what comes behind the file is not looked at
      if (typeof value === 'string') fields.set(name.toLowerCase(), value)
      else if (name === 'file') file = value
    }
    if (!file) throw new Refused(400, 'InvalidArgument')
    const field = (name: string) => fields.get(name) ?? ''
    const encoded = field('policy')
    if (!same(signatureOf(field('x-amz-credential'), encoded), field('x-amz-signature')))
      throw new Refused(403, 'SignatureDoesNotMatch')
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as {
      expiration: string
      conditions: (Record<string, string> | [string, number, number])[]
    }
    if (!(clock() < Date.parse(policy.expiration))) throw new Refused(403, 'AccessDenied')
    const allowed = new Set(['policy', 'x-amz-signature'])
    for (const condition of policy.conditions) {
      if (Array.isArray(condition)) {
        const [, least, most] = condition
        if (file.size < least) throw new Refused(400, 'EntityTooSmall')
        if (file.size > most) throw new Refused(400, 'EntityTooLarge')
        continue
      }
      for (const [name, value] of Object.entries(condition)) {
        if ((name === 'bucket' ? bucket : field(name.toLowerCase())) !== value) throw new Refused(403, 'AccessDenied')
        allowed.add(name.toLowerCase())
      }
    }
    if ([...fields.keys()].some((name) => !allowed.has(name))) throw new Refused(403, 'AccessDenied')
    store.put(field('key'), { mediaType: field('content-type'), bytes: Buffer.from(await file.arrayBuffer()) })
  }

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://local')
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    if (played.broken) throw new Refused(503, 'SlowDown')
    if (request.method === 'OPTIONS') return void response.writeHead(200, cors).end()
    if (!url.pathname.startsWith(`/${bucket}/`)) throw new Refused(404, 'NoSuchBucket')
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2))
    if (request.method === 'POST') {
      await takeForm(request, body)
      return void response.writeHead(201, cors).end()
    }
    authorize(request, url, body)
    if (request.method === 'PUT') {
      store.put(key, { mediaType: String(request.headers['content-type']), bytes: body })
      return void response.writeHead(200, cors).end()
    }
    if (request.method === 'DELETE') {
      store.remove(key)
      return void response.writeHead(204, cors).end()
    }
    const found = store.get(key)
    if (!found) throw new Refused(404, 'NoSuchKey')
    response.writeHead(200, { ...cors, 'content-type': found.mediaType, 'content-length': found.bytes.length })
    response.end(found.bytes)
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      answer(request, response, Buffer.concat(chunks)).catch((error: unknown) => {
        const { status, code } = error instanceof Refused ? error : new Refused(400, 'InvalidRequest')
        response.writeHead(status, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' })
        response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`)
      })
    })
  })
  const played: PlayedS3 = {
    ...identity,
    server,
    bucket,
    broken: false,
    keys: () => [...objects.keys()],
    read: (key) => store.get(key)?.bytes,
    setNow: (millis) => {
      now = millis
    },
  }
  return played
}

/** What functions/files is told of a played bucket that listens on `base`. */
export const placeOf = ({ bucket, region, accessKeyId, secretAccessKey }: PlayedS3, base: string) => ({
  url: `${base}/${bucket}`,
  bucket,
  region,
  accessKeyId,
  secretAccessKey,
})
