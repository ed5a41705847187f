import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'

/** AWS KMS, played: GenerateDataKey and Decrypt of the JSON protocol, with the encryption context bound as KMS binds it. */
export function kmsSandbox(): Server {
  const master = randomBytes(32)
  const contextOf = (body: { EncryptionContext?: object }) =>
    Buffer.from(JSON.stringify(Object.entries(body.EncryptionContext ?? {}).sort()))
  return createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const send = (status: number, value: object) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(value))
      if (!/^AWS4-HMAC-SHA256 Credential=/.test(request.headers.authorization ?? ''))
        return send(400, { __type: 'MissingAuthenticationTokenException' })
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        KeyId?: string
        CiphertextBlob?: string
        EncryptionContext?: object
      }
      const action = String(request.headers['x-amz-target'])
      if (action === 'TrentService.GenerateDataKey') {
        const plain = randomBytes(32)
        const nonce = randomBytes(12)
        const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(contextOf(body))
        const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
        const blob = Buffer.concat([nonce, cipher.getAuthTag(), sealed])
        return send(200, {
          KeyId: body.KeyId,
          Plaintext: plain.toString('base64'),
          CiphertextBlob: blob.toString('base64'),
        })
      }
      if (action === 'TrentService.Decrypt') {
        try {
          const blob = Buffer.from(body.CiphertextBlob ?? '', 'base64')
          const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12)).setAAD(contextOf(body))
          decipher.setAuthTag(blob.subarray(12, 28))
          const plain = Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()])
          return send(200, { Plaintext: plain.toString('base64') })
        } catch {
          return send(400, { __type: 'InvalidCiphertextException' })
        }
      }
      return send(400, { __type: 'UnknownOperationException' })
    })
  })
}
