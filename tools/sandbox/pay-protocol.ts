import { createCipheriv, createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { type Certified, certify } from './certificate'

/** What a service provider gets from the played WeChat when they sign up: number, key with serial, APIv3 key. */
export interface Enrolled {
  mchId: string
  serialNo: string
  privateKey: string
  apiV3Key: string
}

/** WeChat's side of the protocol: its own keys, verification of ours, signatures and encryption as WeChat makes them. */
export interface PayProtocol {
  enrolled: Enrolled
  /** Whether a request was signed by the merchant, now, and never used before. */
  admits(authorization: string, method: string, path: string, body: string): boolean
  /** Headers that sign a body as WeChat does. */
  signed(body: string): Record<string, string>
  /** A resource of a notification or a certificate, encrypted for the merchant. */
  encrypted(plain: string, associatedData: string): { ciphertext: string; nonce: string; associated_data: string }
  /** paySign of wx.requestPayment, as WeChat looks at it when the payer's phone calls. */
  maySpend(parameters: Record<string, string>, appId: string): boolean
  certificates(): object
  /** 轮换: from now on a new key signs; the former certificate stays in the list until it is retired. */
  rotate(): void
  retire(): void
}

const DAY = 86_400_000
const WINDOW_SECONDS = 300

export function payProtocol(now: () => number): PayProtocol {
  const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const enrolled: Enrolled = {
    mchId: '1900000001',
    serialNo: createHash('sha1')
      .update(merchant.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    privateKey: String(merchant.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    apiV3Key: randomBytes(16).toString('hex'),
  }
  const certificate = () => certify('Played WeChat Pay', now() - 30 * DAY, now() + 5 * 365 * DAY)
  let held: Certified[] = [certificate()]
  const used = new Set<string>()
  const newest = () => held.at(-1) as Certified
  const rsa = (key: KeyObject, text: string) => sign('RSA-SHA256', Buffer.from(text), key).toString('base64')
  const signedByMerchant = (text: string, signature = '') =>
    verify('RSA-SHA256', Buffer.from(text), merchant.publicKey, Buffer.from(signature, 'base64'))
  const timely = (timestamp = '') => Math.abs(now() / 1000 - Number(timestamp)) <= WINDOW_SECONDS

  function encrypted(plain: string, associatedData: string) {
    const nonce = randomBytes(6).toString('hex')
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(enrolled.apiV3Key), Buffer.from(nonce))
    cipher.setAAD(Buffer.from(associatedData))
    const bytes = [cipher.update(plain, 'utf8'), cipher.final()]
    const ciphertext = Buffer.concat([...bytes, cipher.getAuthTag()]).toString('base64')
    return { ciphertext, nonce, associated_data: associatedData }
  }
  return {
    enrolled,
    admits(authorization, method, path, body) {
      const [scheme, list = ''] = authorization.split(/ (.*)/)
      const parts = Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
      const { mchid, serial_no, timestamp, nonce_str, signature } = parts as Record<string, string | undefined>
      const known = mchid === enrolled.mchId && serial_no === enrolled.serialNo && timely(timestamp)
      const text = `${method}\n${path}\n${timestamp}\n${nonce_str}\n${body}\n`
      const fresh = nonce_str !== undefined && !used.has(nonce_str)
      if (scheme !== 'WECHATPAY2-SHA256-RSA2048' || !known || !fresh || !signedByMerchant(text, signature)) return false
      used.add(nonce_str)
      return true
    },
    signed(body) {
      const [timestamp, nonce] = [String(Math.floor(now() / 1000)), randomBytes(16).toString('hex')]
      return {
        'Wechatpay-Timestamp': timestamp,
        'Wechatpay-Nonce': nonce,
        'Wechatpay-Serial': newest().serialNo,
        'Wechatpay-Signature': rsa(newest().privateKey, `${timestamp}\n${nonce}\n${body}\n`),
        'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      }
    },
    encrypted,
    maySpend: ({ timeStamp, nonceStr, package: prepaid, paySign }, appId) =>
      timely(timeStamp) && signedByMerchant(`${appId}\n${timeStamp}\n${nonceStr}\n${prepaid}\n`, paySign),
    certificates: () => ({
      data: held.map(({ serialNo, pem, from, until }) => ({
        serial_no: serialNo,
        effective_time: new Date(from).toISOString(),
        expire_time: new Date(until).toISOString(),
        encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', ...encrypted(pem, 'certificate') },
      })),
    }),
    rotate: () => {
      held = [...held, certificate()]
    },
    retire: () => {
      held = [newest()]
    },
  }
}
