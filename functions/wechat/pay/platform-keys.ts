import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import * as z from 'zod'
import { claimedSerial, Distrusted, type Headers, unseal, verifySignature } from './sign'

/** 平台证书 or 微信支付公钥: a key of WeChat's, and from when to when it holds (ms since 1970). */
interface PlatformKey {
  key: KeyObject
  from: number
  until: number
}

/** WeChat's own keys by their serials. */
export interface PlatformKeys {
  /** Believes nothing that was not signed by WeChat, now, over these bytes. @throws Distrusted */
  verify(headers: Headers, body: Uint8Array): Promise<void>
}

/** WeChat's answer to /v3/certificates, before it is believed. */
export interface CertificateAnswer {
  headers: Headers
  body: Uint8Array
}

const CertificateList = z.object({
  data: z.array(
    z.object({
      serial_no: z.string(),
      encrypt_certificate: z.object({ ciphertext: z.string(), nonce: z.string(), associated_data: z.string() }),
    }),
  ),
})

/** A serial that nobody knows makes us ask for new certificates, but not at the rate at which strangers can make up serials. */
const ASK_AGAIN_MILLIS = 60_000
/** New certificates come at least a day before the old ones end: asked for so often, they are never missed. */
const KEEP_MILLIS = 12 * 3_600_000

/** @throws Distrusted where the text is no certificate */
function platformKey(pem: string): PlatformKey {
  try {
    const { publicKey, validFrom, validTo } = new X509Certificate(pem)
    return { key: publicKey, from: Date.parse(validFrom), until: Date.parse(validTo) }
  } catch {
    throw new Distrusted('ciphertext')
  }
}

/**
 * The keys that WeChat signs with. Certificates are downloaded when first needed, and again when an unknown serial comes
 * (轮换): old and new are believed side by side, each in its own time. A configured public key needs no download.
 */
export function platformKeys(options: {
  apiV3Key: string
  now: () => number
  download: () => Promise<CertificateAnswer>
  publicKey?: { id: string; pem: string } | undefined
}): PlatformKeys {
  const { apiV3Key, now, download, publicKey } = options
  const fixed = publicKey && { key: createPublicKey(publicKey.pem), from: 0, until: Number.POSITIVE_INFINITY }
  let certificates = new Map<string, PlatformKey>()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  const find = (keys: Map<string, PlatformKey>, serial: string): PlatformKey | undefined => {
    const found = publicKey && serial === publicKey.id ? fixed : keys.get(serial.toUpperCase())
    return found && found.from <= now() && now() < found.until ? found : undefined
  }

  /** The list is signed by one of the certificates inside it, which only who has our APIv3 key can have encrypted. */
  async function refresh(): Promise<void> {
    const { headers, body } = await download()
    const serial = claimedSerial(headers, now())
    const list = CertificateList.safeParse(parsed(body))
    if (!list.success) throw new Distrusted('ciphertext')
    const fresh = new Map(
      list.data.data.map(({ serial_no, encrypt_certificate }) => [
        serial_no.toUpperCase(),
        platformKey(unseal(apiV3Key, encrypt_certificate)),
      ]),
    )
    const signer = find(fresh, serial) ?? find(certificates, serial)
    if (!signer) throw new Distrusted('serial')
    verifySignature(headers, body, signer.key)
    certificates = new Map([...certificates, ...fresh])
  }

  function ask(): Promise<void> {
    askedAt = now()
    asking ??= refresh()
      .catch((error: unknown) => {
        askedAt = Number.NEGATIVE_INFINITY
        throw error
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }

  return {
    async verify(headers, body) {
      const serial = claimedSerial(headers, now())
      const known = find(certificates, serial)
      const stale = now() - askedAt > (known ? KEEP_MILLIS : ASK_AGAIN_MILLIS)
      if ((stale || (asking && !known)) && serial !== publicKey?.id)
        await ask().catch((error: unknown) => {
          if (!known) throw error
        })
      const found = find(certificates, serial)
      if (!found) throw new Distrusted('serial')
      verifySignature(headers, body, found.key)
    },
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
