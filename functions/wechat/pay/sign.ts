import { createDecipheriv, createPrivateKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto'

/** Who we are to WeChat Pay: the service provider's merchant number and the key of its API certificate. */
export interface Signer {
  mchId: string
  serialNo: string
  privateKey: KeyObject
}

/** @throws Error where the text is no RSA key of at least 2048 bits */
export function rsaKey(pem: string): KeyObject {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error('WeChat Pay signs with RSA keys of 2048 bits')
  return key
}

const lines = (...parts: string[]) => parts.map((part) => `${part}\n`).join('')
const seconds = (now: number) => String(Math.floor(now / 1000))

/** SHA256-RSA2048 of a text, in base64. */
export const signText = ({ privateKey }: Pick<Signer, 'privateKey'>, text: string): string =>
  sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64')

/** The Authorization of one request: method, path with query, time (ms since 1970), nonce and body are signed. */
export function authorization(signer: Signer, method: string, path: string, body: string, now: number): string {
  const [timestamp, nonce] = [seconds(now), randomBytes(16).toString('hex')]
  const signature = signText(signer, lines(method, path, timestamp, nonce, body))
  const parts = {
    mchid: signer.mchId,
    nonce_str: nonce,
    signature,
    timestamp,
    serial_no: signer.serialNo,
  }
  const list = Object.entries(parts).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}

/** What wx.requestPayment takes. */
export interface JsapiParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** 调起支付: signs the prepaid order for the mini-program `appId`; `now` in ms since 1970. */
export function jsapiParameters(signer: Signer, appId: string, prepayId: string, now: number): JsapiParameters {
  const [timeStamp, nonceStr] = [seconds(now), randomBytes(16).toString('hex')]
  const prepaid = `prepay_id=${prepayId}`
  const paySign = signText(signer, lines(appId, timeStamp, nonceStr, prepaid))
  return { timeStamp, nonceStr, package: prepaid, signType: 'RSA', paySign }
}

/** Names of headers in small letters, as API Gateway and fetch give them. */
export type Headers = Record<string, string | undefined>

/** Why something that says it comes from WeChat is not believed. */
export type Distrust = 'header' | 'time' | 'serial' | 'signature' | 'ciphertext'

export class Distrusted extends Error {
  constructor(readonly reason: Distrust) {
    super(`not believed: ${reason}`)
    this.name = 'Distrusted'
  }
}

/** WeChat asks for a refusal of what is older, or newer, than this. */
const WINDOW_SECONDS = 300

/** The serial that an answer or notification names, where its headers are whole and its time is ours. @throws Distrusted */
export function claimedSerial(headers: Headers, now: number): string {
  const timestamp = headers['wechatpay-timestamp'] ?? ''
  const serial = headers['wechatpay-serial']
  if (!serial || !headers['wechatpay-nonce'] || !headers['wechatpay-signature'] || !/^\d{1,12}$/.test(timestamp))
    throw new Distrusted('header')
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_SECONDS) throw new Distrusted('time')
  return serial
}

/** 验签: over time, nonce and the very bytes of the body, with the key that the serial names. @throws Distrusted */
export function verifySignature(headers: Headers, body: Uint8Array, key: KeyObject): void {
  const head = Buffer.from(lines(headers['wechatpay-timestamp'] ?? '', headers['wechatpay-nonce'] ?? ''))
  const signature = headers['wechatpay-signature'] ?? ''
  const bytes = Buffer.from(signature, 'base64')
  // Node reads over what is no base64: only the one spelling that WeChat writes is taken.
  const spelled = bytes.toString('base64') === signature
  if (!spelled || !verify('RSA-SHA256', Buffer.concat([head, body, Buffer.from('\n')]), key, bytes))
    throw new Distrusted('signature')
}

/** Something that WeChat encrypted with the merchant's APIv3 key. */
export interface Sealed {
  ciphertext: string
  nonce: string
  associated_data?: string | undefined
}

const TAG_BYTES = 16

/** AEAD_AES_256_GCM: the tag is the end of the ciphertext. A key of 16 bytes, as in the official test vectors, means AES-128. @throws Distrusted */
export function unseal(apiV3Key: string, { ciphertext, nonce, associated_data = '' }: Sealed): string {
  try {
    const key = Buffer.from(apiV3Key)
    const packed = Buffer.from(ciphertext, 'base64')
    const decipher = createDecipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, Buffer.from(nonce), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(associated_data)).setAuthTag(packed.subarray(-TAG_BYTES))
    const plain = [decipher.update(packed.subarray(0, -TAG_BYTES)), decipher.final()]
    return Buffer.concat(plain).toString('utf8')
  } catch {
    throw new Distrusted('ciphertext')
  }
}
