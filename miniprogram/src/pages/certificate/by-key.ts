import type { Output } from '@anju/shared/contract/route'
import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { Statement } from '@anju/shared/filing/statement'
import Taro from '@tarojs/taro'

export type Keys = Output<typeof certificateRoutes.listCertificateKeys>['keys']

const KEY = 'certificate-keys'
export const keepKeys = (keys: Keys): void => Taro.setStorageSync(KEY, keys)
const keptKeys = (): Keys => Taro.getStorageSync<Keys | ''>(KEY) || []

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
const textOf = (part: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(part)))

/**
 * What a statement says, proved by a key that was kept: for when our server is away. Undefined where it cannot be proved:
 * no key was kept, the signature is not ours, or this device has no Ed25519 (WeChat has no Web Crypto).
 */
export async function provedByKey(statement: string): Promise<Statement | undefined> {
  const [head = '', body = '', seal = ''] = statement.split('.')
  if (!globalThis.crypto?.subtle) return undefined
  try {
    const { kid, alg } = textOf(head) as { kid?: string; alg?: string }
    const jwk = alg === 'EdDSA' ? keptKeys().find((each) => each.kid === kid) : undefined
    if (!jwk) return undefined
    const key = await crypto.subtle.importKey('jwk', { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, 'Ed25519', false, [
      'verify',
    ])
    const whole = new TextEncoder().encode(`${head}.${body}`)
    return (await crypto.subtle.verify('Ed25519', key, bytesOf(seal), whole))
      ? Statement.parse(textOf(body))
      : undefined
  } catch {
    return undefined
  }
}
