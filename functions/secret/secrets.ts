import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SealedText } from '@anju/shared/person/sealed'

/** Keys derived from one data key of 32 bytes, which KMS unwraps in AWS and a key file holds locally. */
export interface Secrets {
  /** Encrypts one field (AES-256-GCM, fresh nonce), with an HMAC to find it by and the mask that people see. */
  seal(purpose: string, plain: string, masked: string): SealedText
  open(purpose: string, text: SealedText): string
  /** The look-up value of a secret: the same text gives the same value, the text cannot be got back. */
  index(purpose: string, plain: string): string
  /** A text that only we can have made. */
  sign(purpose: string, text: string): string
  verify(purpose: string, signed: string): string | undefined
  /** 32 bytes of which nobody knows who has not our key: the private part of a key pair. */
  seed(use: string): Uint8Array
  /** The key of the session tokens. */
  sessionKey: Uint8Array
}

const VERSION = 'v1'

export function secretsFrom(dataKey: Uint8Array): Secrets {
  if (dataKey.length !== 32) throw new Error('the data key must have 32 bytes')
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', dataKey, 'anju', use, 32))
  const [fieldKey, indexKey, signKey] = [derive('field'), derive('index'), derive('sign')]
  const mac = (key: Buffer, purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest()
  return {
    sessionKey: derive('session'),
    seed: (use) => derive(`seed ${use}`),
    seal(purpose, plain, masked) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const sealed = `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
      return { sealed, index: mac(indexKey, purpose, plain).toString('base64url'), masked }
    },
    open(purpose, { sealed }) {
      const [version, packed = ''] = sealed.split('.')
      if (version !== VERSION) throw new Error('unknown version of a sealed field')
      const bytes = Buffer.from(packed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, bytes.subarray(0, 12)).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    index: (purpose, plain) => mac(indexKey, purpose, plain).toString('base64url'),
    sign(purpose, text) {
      return `${Buffer.from(text).toString('base64url')}.${mac(signKey, purpose, text).subarray(0, 16).toString('base64url')}`
    },
    verify(purpose, signed) {
      const [packed = '', seal = ''] = signed.split('.')
      const text = Buffer.from(packed, 'base64url').toString('utf8')
      const ours = mac(signKey, purpose, text).subarray(0, 16)
      const theirs = Buffer.from(seal, 'base64url')
      return theirs.length === ours.length && timingSafeEqual(ours, theirs) ? text : undefined
    },
  }
}
