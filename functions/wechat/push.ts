import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { CheckAnswer } from './content-check'

/** What the operator entered under 消息推送 (安全模式, JSON). */
export interface PushKeys {
  appId: string
  token: string
  /** EncodingAESKey: 43 characters. */
  aesKey: string
  /** In ms since 1970. */
  now: () => number
}

/** 图片内容安全的结果: which check, and what it found. */
export interface MediaChecked extends CheckAnswer {
  Event: 'wxa_media_check'
  trace_id: string
}
export interface Push {
  /** What WeChat asks to hear when the address is entered. @throws Distrust */
  echo(query: Record<string, string | undefined>): string
  /** The event, believed and opened; undefined where it is about something else. @throws Distrust */
  told(query: Record<string, string | undefined>, body: string): MediaChecked | undefined
}

/** Something that is not from WeChat, or not from now. */
class Distrust extends Error {
  constructor(readonly reason: string) {
    super(reason)
  }
}

const WINDOW_SECONDS = 300
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4
const BLOCK = 32

const sha1 = (parts: string[]): Buffer => createHash('sha1').update(parts.sort().join('')).digest()

export function pushOver({ appId, token, aesKey, now }: PushKeys): Push {
  const key = Buffer.from(`${aesKey}=`, 'base64')

  /** `signature` covers time and nonce, `msg_signature` the message as well. */
  function believe(query: Record<string, string | undefined>, signature: string | undefined, message: string[]): void {
    const { timestamp = '', nonce = '' } = query
    if (Math.abs(now() / 1000 - Number(timestamp)) <= WINDOW_SECONDS) {
      const told = Buffer.from(signature ?? '', 'hex')
      const ours = sha1([token, timestamp, nonce, ...message])
      if (told.length === ours.length && timingSafeEqual(told, ours)) return
      throw new Distrust('signature')
    }
    throw new Distrust('time')
  }

  function open(encrypted: string): string {
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
      const padding = padded.at(-1) ?? 0
      if (padding >= 1 && padding <= BLOCK) {
        const plain = padded.subarray(0, padded.length - padding)
        const from = RANDOM_BYTES + LENGTH_BYTES
        const until = from + plain.readUInt32BE(RANDOM_BYTES)
        if (plain.subarray(until).toString('utf8') === appId) return plain.subarray(from, until).toString('utf8')
      }
    } catch {}
    throw new Distrust('encryption')
  }

  const parsed = (text: string): Record<string, unknown> => {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
    } catch {}
    throw new Distrust('form')
  }

  return {
    echo(query) {
      believe(query, query.signature, [])
      return query.echostr ?? ''
    },
    told(query, body) {
      const { Encrypt } = parsed(body)
      const encrypted = typeof Encrypt === 'string' ? Encrypt : ''
      believe(query, query.msg_signature, [encrypted])
      const event = parsed(open(encrypted))
      const about = event.Event === 'wxa_media_check' && typeof event.trace_id === 'string'
      return about ? (event as unknown as MediaChecked) : undefined
    },
  }
}
