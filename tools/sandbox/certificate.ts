import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A key and the certificate of it that the played WeChat signed itself. */
export interface Certified {
  serialNo: string
  privateKey: KeyObject
  pem: string
  from: number
  until: number
}

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
/** 1.2.840.113549.1.1.11 with NULL, and 2.5.4.3, as DER. */
const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

/** "261123080000Z" */
const utcTime = (millis: number) =>
  der(UTC_TIME, Buffer.from(`${new Date(millis).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

/** A new RSA key with a self-signed X.509 certificate (v1, RFC 5280) that holds from `from` to `until` (ms since 1970). */
export function certify(name: string, from: number, until: number): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  // The first byte stays below 0x80, or the number would be negative, and above 0, or it would be shorter.
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(19)])
  const who = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(name)))))
  const told = der(
    SEQUENCE,
    der(INTEGER, serial),
    SHA256_WITH_RSA,
    who,
    der(SEQUENCE, utcTime(from), utcTime(until)),
    who,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('RSA-SHA256', told, privateKey)
  const whole = der(SEQUENCE, told, SHA256_WITH_RSA, der(BIT_STRING, Buffer.from([0]), signature))
  const body = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    serialNo: serial.toString('hex').toUpperCase(),
    privateKey,
    pem: `-----BEGIN CERTIFICATE-----\n${body.trimEnd()}\n-----END CERTIFICATE-----\n`,
    from,
    until,
  }
}
