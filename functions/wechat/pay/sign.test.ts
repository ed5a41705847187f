import { createPublicKey, generateKeyPairSync, randomBytes, verify, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../../tests/shared-data'
import { platformKeys } from './platform-keys'
import { authorization, Distrusted, type Headers, jsapiParameters, rsaKey, signText, unseal } from './sign'

interface Vectors {
  aes_gcm: { id: string; key: string; nonce: string; aad: string; ciphertext: string; plaintext?: string }[]
  notify: {
    id: string
    api_v3_key?: string
    headers: Record<string, string>
    body: string
    platform_cert_pem?: string
    now?: number
    plaintext?: string
  }[]
}

const reasonOf = (work: () => unknown) => {
  try {
    work()
    return 'believed'
  } catch (error) {
    return error instanceof Distrusted ? error.reason : error
  }
}
const whyNot = (work: Promise<unknown>) =>
  work.then(
    () => 'believed',
    (error: unknown) => (error instanceof Distrusted ? error.reason : error),
  )
const small = (headers: Record<string, string>): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

describe.skipIf(!sharedDataPresent)('the official vectors', () => {
  const { aes_gcm, notify } = sharedDataPresent
    ? sharedJson<Vectors>('vectors/wechatpay.json')
    : { aes_gcm: [], notify: [] }
  const [official] = notify as [Required<Vectors['notify'][number]>]
  const keysAt = (now: number) => {
    const id = official.headers['Wechatpay-Serial'] as string
    const pem = new X509Certificate(official.platform_cert_pem).publicKey.export({ type: 'spki', format: 'pem' })
    return platformKeys({
      apiV3Key: official.api_v3_key,
      now: () => now * 1000,
      download: () => Promise.reject(new Distrusted('serial')),
      publicKey: { id, pem: String(pem) },
    })
  }

  it.each(aes_gcm.map((vector) => [vector.id, vector] as const))('AES-GCM %s', (_id, vector) => {
    const open = () => unseal(vector.key, { ...vector, associated_data: vector.aad })
    if (vector.plaintext === undefined) expect(reasonOf(open)).toBe('ciphertext')
    else expect(open()).toBe(vector.plaintext)
  })
  it.each(notify.map((vector) => [vector.id, vector] as const))('notification %s', async (_id, vector) => {
    const told = await whyNot(keysAt(official.now).verify(small(vector.headers), Buffer.from(vector.body)))
    expect(told).toBe(vector.plaintext === undefined ? 'signature' : 'believed')
    const { resource } = JSON.parse(official.body) as { resource: Parameters<typeof unseal>[1] }
    if (vector.plaintext !== undefined) expect(unseal(official.api_v3_key, resource)).toBe(vector.plaintext)
  })
  it('a certificate names itself by the serial of the header', () =>
    expect(new X509Certificate(official.platform_cert_pem).serialNumber).toBe(official.headers['Wechatpay-Serial']))
  it.each([
    [-301, 'time'],
    [-300, 'believed'],
    [300, 'believed'],
    [301, 'time'],
  ])('%d seconds from its time: %s', async (seconds, told) =>
    expect(
      await whyNot(keysAt(official.now + seconds).verify(small(official.headers), Buffer.from(official.body))),
    ).toBe(told),
  )
  it('refuses the notification with any one byte of its body changed', async () => {
    const keys = keysAt(official.now)
    const body = Buffer.from(official.body)
    for (let index = 0; index < body.length; index++) {
      const changed = Buffer.from(body)
      changed[index] = (changed[index] as number) ^ (1 << (index % 8))
      expect([index, await whyNot(keys.verify(small(official.headers), changed))]).toEqual([index, 'signature'])
    }
  })
})

describe('a notification of our own WeChat', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const apiV3Key = randomBytes(16).toString('hex')
  const now = Date.parse('2026-11-23T04:00:00Z')
  const body = Buffer.from('{"id":"1","summary":"支付成功","resource":{"nonce":"abcdefghijkl"}}')
  const keys = platformKeys({
    apiV3Key,
    now: () => now,
    download: () => Promise.reject(new Distrusted('serial')),
    publicKey: { id: 'PUB_KEY_ID_1', pem: String(publicKey.export({ type: 'spki', format: 'pem' })) },
  })
  const timestamp = String(now / 1000)
  const nonce = 'c5ac7061fccab6bf3e254dcf98995b8c'
  const headers: Record<string, string> = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': 'PUB_KEY_ID_1',
    'wechatpay-signature': signText({ privateKey }, `${timestamp}\n${nonce}\n${body.toString()}\n`),
  }
  const told = (changed: Headers, bytes: Uint8Array = body) => whyNot(keys.verify(changed, bytes))

  it('is believed as it was sent', async () => expect(await told(headers)).toBe('believed'))
  it.each(Object.keys(headers))('is refused without %s', async (name) => {
    expect(await told({ ...headers, [name]: undefined })).toBe('header')
    expect(await told({ ...headers, [name]: '' })).toBe('header')
  })
  it('is refused with any change of any part', async () => {
    const part = fc.constantFrom(...Object.keys(headers), 'body')
    const change = fc.record({ at: fc.nat(), with: fc.integer({ min: 1, max: 127 }), how: fc.constantFrom(0, 1, 2, 3) })
    await fc.assert(
      fc.asyncProperty(part, change, async (name, { at, with: character, how }) => {
        const bytes = name === 'body' ? body : Buffer.from(headers[name] as string)
        const place = at % bytes.length
        const [before, after] = [bytes.subarray(0, place), bytes.subarray(place + 1)]
        const [same, other] = [bytes.subarray(place, place + 1), Buffer.from([(bytes[place] as number) ^ character])]
        const changed = Buffer.concat(
          [
            [before, other, after],
            [before, after],
            [before, other, same, after],
            [before, same, after, other],
          ][how] as Buffer[],
        )
        fc.pre(!changed.equals(bytes))
        const answer =
          name === 'body'
            ? await told(headers, changed)
            : await told({ ...headers, [name]: changed.toString('latin1') })
        expect(['header', 'time', 'serial', 'signature']).toContain(answer)
      }),
      { numRuns: 500 },
    )
  })
  it('is refused where time and nonce were swapped, cut elsewhere or moved into the body', async () => {
    const cut = { ...headers, 'wechatpay-nonce': nonce.slice(1), 'wechatpay-timestamp': timestamp }
    expect(await told(cut, Buffer.concat([Buffer.from(nonce.slice(0, 1)), body]))).toBe('signature')
    expect(await told({ ...headers, 'wechatpay-timestamp': '0x1', 'wechatpay-nonce': timestamp })).toBe('header')
    expect(await told(headers, Buffer.concat([body, Buffer.from('\n')]))).toBe('signature')
  })
  it("is refused where WeChat itself tests us with a false signature, or somebody else's key signed", async () => {
    const probe = 'WECHATPAY/SIGNTEST/bm90IGEgc2lnbmF0dXJl'
    expect(await told({ ...headers, 'wechatpay-signature': probe })).toBe('signature')
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signature = signText(stranger, `${timestamp}\n${nonce}\n${body.toString()}\n`)
    expect(await told({ ...headers, 'wechatpay-signature': signature })).toBe('signature')
  })
})

describe('what we sign', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const signer = { mchId: '1900000001', serialNo: 'ABC', privateKey: rsaKey(pem) }
  const holds = (text: string, signature = '') =>
    verify('RSA-SHA256', Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'base64'))

  it('a request: method, path with query, time, nonce, body', () => {
    const text = authorization(signer, 'POST', '/v3/x?a=1', '{"b":"元"}', 1_700_000_000_123)
    expect(text).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",nonce_str="/)
    const parts = Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
    expect([parts.timestamp, parts.serial_no]).toEqual(['1700000000', 'ABC'])
    expect(holds(`POST\n/v3/x?a=1\n1700000000\n${parts.nonce_str}\n{"b":"元"}\n`, parts.signature)).toBe(true)
  })
  it('the parameters of wx.requestPayment: app, time, nonce, package', () => {
    const given = jsapiParameters(signer, 'wx1', 'wx201410272009395522657a690389285100', 1_700_000_000_123)
    expect(given).toMatchObject({ signType: 'RSA', package: 'prepay_id=wx201410272009395522657a690389285100' })
    expect(holds(`wx1\n${given.timeStamp}\n${given.nonceStr}\n${given.package}\n`, given.paySign)).toBe(true)
  })
  it('with nothing weaker than RSA of 2048 bits', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    for (const key of [weak, other])
      expect(() => rsaKey(String(key.export({ type: 'pkcs8', format: 'pem' })))).toThrow('2048')
  })
})
