import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'

/** KMS as far as functions/secret uses it: wraps data keys, and unwraps them for signed callers with the same context. */
export function playedKms(keyId: string): { server: Server; calls: string[] } {
  const wrapped = new Map<string, { plain: string; context: string }>()
  const calls: string[] = []
  const answer = (target: string, asked: { KeyId?: string; CiphertextBlob?: string; EncryptionContext?: object }) => {
    const context = JSON.stringify(asked.EncryptionContext)
    if (target === 'TrentService.GenerateDataKey' && asked.KeyId === keyId) {
      const [plain, blob] = [randomBytes(32).toString('base64'), randomBytes(64).toString('base64')]
      wrapped.set(blob, { plain, context })
      return { KeyId: keyId, Plaintext: plain, CiphertextBlob: blob }
    }
    const known = target === 'TrentService.Decrypt' ? wrapped.get(asked.CiphertextBlob ?? '') : undefined
    return known?.context === context ? { KeyId: keyId, Plaintext: known.plain } : undefined
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      const target = String(request.headers['x-amz-target'])
      const signed = (request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=AKIDLAMBDA/')
      const found = signed && request.headers['x-amz-security-token'] ? answer(target, JSON.parse(body)) : undefined
      calls.push(`${target.replace('TrentService.', '')} ${found ? 200 : 400}`)
      response.writeHead(found ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(found ?? { __type: 'AccessDeniedException', message: 'refused' }))
    })
  })
  return { server, calls }
}
