import { createHmac } from 'node:crypto'
import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import aws4 from 'aws4'
import { pause } from '../aws/pause'

/** Where files lie, and in whose name they are reached: a Lambda's environment changes its credentials with its role. */
export interface FilePlace {
  /** The bucket's own address, without a slash at its end. */
  url: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

/** A form that whoever holds it may post once or twice: one key, one type, at most so many bytes, for a short while. */
export interface UploadForm {
  url: string
  fields: Record<string, string>
  until: Instant
}

export interface Files {
  formFor(key: string, mediaType: string, byteCount: number, seconds: number): Promise<UploadForm>
  /** The bytes under a key; undefined where there are none, or more than `maxBytes`. @throws files.unavailable */
  get(key: string, maxBytes: number): Promise<{ bytes: Uint8Array; mediaType: string } | undefined>
  /** @throws files.unavailable */
  put(key: string, bytes: Uint8Array, mediaType: string, sha256: string): Promise<void>
  /** @throws files.unavailable */
  remove(key: string): Promise<void>
  /** An address that shows one file for a while, to whoever has it. */
  link(key: string, seconds: number): Promise<{ url: string; until: Instant }>
}

const PATIENCE_MILLIS = 8_000
const ATTEMPTS = 3
const ALGORITHM = 'AWS4-HMAC-SHA256'
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const after = (seconds: number): Instant => new Date(Date.now() + seconds * 1000).toISOString()

/** The fields of a browser upload (Signature Version 4, POST policy). */
function signedForm(place: FilePlace, key: string, mediaType: string, byteCount: number, until: Instant) {
  const stamp = new Date().toISOString().replace(/[:-]|\.\d{3}/g, '')
  const day = stamp.slice(0, 8)
  const fields: Record<string, string> = {
    key,
    'Content-Type': mediaType,
    success_action_status: '201',
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': `${place.accessKeyId}/${day}/${place.region}/s3/aws4_request`,
    'x-amz-date': stamp,
    ...(place.sessionToken && { 'x-amz-security-token': place.sessionToken }),
  }
  const conditions = [
    { bucket: place.bucket },
    ['content-length-range', 1, byteCount],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ]
  const policy = Buffer.from(JSON.stringify({ expiration: until, conditions })).toString('base64')
  const signingKey = [day, place.region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (derived, part) => hmac(derived, part),
    `AWS4${place.secretAccessKey}`,
  )
  return { ...fields, policy, 'x-amz-signature': hmac(signingKey, policy).toString('hex') }
}

/** The only place that speaks to the object storage. */
export function filesOver(placeNow: () => FilePlace): Files {
  const sign = (place: FilePlace, key: string, request: aws4.Request) => {
    const url = new URL(`${place.url}/${key}`)
    const { region, accessKeyId, secretAccessKey, sessionToken } = place
    return aws4.sign(
      { service: 's3', region, host: url.host, path: url.pathname, ...request },
      { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    )
  }

  async function send(key: string, method: string, headers = {}, body?: Uint8Array): Promise<Response> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await pause(attempt)
      const place = placeNow()
      const signed = sign(place, key, { method, headers }).headers as Record<string, string>
      try {
        const answer = await fetch(`${place.url}/${key}`, {
          method,
          headers: signed,
          body: (body ?? null) as BodyInit | null,
          signal: AbortSignal.timeout(PATIENCE_MILLIS),
        })
        if (answer.ok || answer.status === 404) return answer
        await answer.body?.cancel()
        if (answer.status < 500 && answer.status !== 429) break
      } catch {}
    }
    throw new DomainError('files.unavailable')
  }

  return {
    async formFor(key, mediaType, byteCount, seconds) {
      const place = placeNow()
      const until = after(seconds)
      return { url: `${place.url}/`, fields: signedForm(place, key, mediaType, byteCount, until), until }
    },
    async get(key, maxBytes) {
      const answer = await send(key, 'GET')
      const length = Number(answer.headers.get('content-length') ?? 0)
      if (answer.status === 404 || length > maxBytes) {
        await answer.body?.cancel()
        return undefined
      }
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { bytes, mediaType: answer.headers.get('content-type') ?? '' }
    },
    async put(key, bytes, mediaType, sha256) {
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': sha256 }
      await send(key, 'PUT', headers, bytes)
    },
    async remove(key) {
      await send(key, 'DELETE')
    },
    async link(key, seconds) {
      const place = placeNow()
      const path = `${new URL(`${place.url}/${key}`).pathname}?X-Amz-Expires=${seconds}`
      const signed = sign(place, key, { method: 'GET', path, signQuery: true })
      return { url: new URL(signed.path ?? '', place.url).href, until: after(seconds) }
    },
  }
}
