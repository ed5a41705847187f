import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { DomainError } from '@anju/shared/errors'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listen } from '../../tools/lambda-server'
import { addressOf, awsOver, type Call } from './aws'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The signature as AWS computes it from what arrived (Signature Version 4, "Create a signed AWS API request"). */
function signatureOf(secret: string, { method, url, headers }: IncomingMessage, body: string): string {
  const [, date, region, service, signed] =
    headers.authorization?.match(/Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+)/) ??
    []
  const names = String(signed).split(';')
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const request = [method, url, '', lines, signed, sha256(body)].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (before, part) => hmac(before, String(part)),
    `AWS4${secret}`,
  )
  return hmac(key, text).toString('hex')
}

describe('a call to AWS', () => {
  let server: Server
  let call: Call
  let endpoint: string
  const seen: { request: IncomingMessage; body: string }[] = []
  const sockets = new Set<unknown>()
  beforeAll(async () => {
    server = createServer((request, response) => {
      sockets.add(request.socket)
      let body = ''
      request.on('data', (chunk) => {
        body += String(chunk)
      })
      request.on('end', () => {
        seen.push({ request, body })
        const operation = String(request.headers['x-amz-target']).split('.')[1]
        const refused = operation === 'Refuse' ? 'NotFoundException' : operation === 'Wait' ? 'Throttled' : undefined
        response.writeHead(refused ? 400 : 200)
        response.end(JSON.stringify(refused ? { __type: `com.amazonaws#${refused}` } : { echo: JSON.parse(body) }))
      })
    })
    endpoint = await listen(server)
    vi.stubEnv('AWS_REGION', 'cn-north-1')
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDLAMBDA')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret/of+a=function')
    vi.stubEnv('AWS_SESSION_TOKEN', 'session')
    const passing = ({ name }: Error) => name === 'Throttled'
    call = awsOver({ name: 'kms', target: 'Played', contentType: 'application/x-amz-json-1.1', passing, endpoint })
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  })

  it('is signed, its body and its session token too', async () => {
    expect(await call('Echo', { name: '张江镇', price: 1 })).toEqual({ echo: { name: '张江镇', price: 1 } })
    const { request, body } = seen.at(-1)!
    const told = request.headers.authorization?.split('Signature=')[1]
    expect(told).toBe(signatureOf('secret/of+a=function', request, body))
    expect(told).not.toBe(signatureOf('secret/of+a=function', request, `${body} `))
    expect(request.headers.authorization).toMatch(
      /AKIDLAMBDA\/\d{8}\/cn-north-1\/kms\/aws4_request, .*x-amz-security-token/,
    )
    expect(request.headers).toMatchObject({ 'x-amz-target': 'Played.Echo', 'x-amz-security-token': 'session' })
  })
  it('keeps its connection', async () => {
    for (let count = 0; count < 5; count++) await call('Echo', {})
    expect(sockets.size).toBe(1)
  })
  it('gives the refusal that would stay at once, and tries again behind one that may pass', async () => {
    seen.length = 0
    await expect(call('Refuse', {})).rejects.toMatchObject({ name: 'NotFoundException', status: 400 })
    expect(seen).toHaveLength(1)
    await expect(call('Wait', {})).rejects.toEqual(new DomainError('server.busy'))
    expect(seen.slice(1).map(({ body }) => body)).toEqual(['{}', '{}', '{}', '{}', '{}'])
  })
  it('goes to the partition of its region', () => {
    expect(addressOf('dynamodb', 'cn-north-1')).toBe('https://dynamodb.cn-north-1.amazonaws.com.cn')
    expect(addressOf('kms', 'ap-southeast-1')).toBe('https://kms.ap-southeast-1.amazonaws.com')
  })
  it('needs credentials where it goes to AWS itself', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
    const kms = { name: 'kms', target: 'TrentService', contentType: 'application/x-amz-json-1.1', passing: () => false }
    await expect(awsOver(kms as Parameters<typeof awsOver>[0])('Decrypt', {})).rejects.toThrow('no AWS credentials')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret/of+a=function')
  })
})
