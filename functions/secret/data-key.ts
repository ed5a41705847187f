import { readFile } from 'node:fs/promises'
import { awsOver } from '../aws/aws'
import { Conflict, type Store } from '../store/store'

const KEY = { pk: 'operator#data-key', sk: 'v1' }
const EncryptionContext = { use: 'anju-data-key' }

/** The data key: from `DATA_KEY_FILE` locally; in AWS made once by KMS, kept wrapped in the state table, unwrapped at start. */
export async function loadDataKey(store: Store): Promise<Uint8Array> {
  const file = process.env.DATA_KEY_FILE
  if (file) return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  const kms = awsOver({
    name: 'kms',
    target: 'TrentService',
    contentType: 'application/x-amz-json-1.1',
    passing: ({ name }) => name === 'ThrottlingException',
    endpoint: process.env.AWS_ENDPOINT_URL_KMS,
  })
  const stored = await store.get<{ wrapped: string }>('state', KEY)
  if (stored) return plain(await kms('Decrypt', { CiphertextBlob: stored.wrapped, EncryptionContext }))
  const made = await kms<{ Plaintext: string; CiphertextBlob: string }>('GenerateDataKey', {
    KeyId: process.env.KMS_KEY_ID,
    KeySpec: 'AES_256',
    EncryptionContext,
  })
  try {
    await store.commit([{ table: 'state', put: { ...KEY, wrapped: made.CiphertextBlob }, when: 'absent' }])
    return plain(made)
  } catch (error) {
    if (error instanceof Conflict) return loadDataKey(store)
    throw error
  }
}

const plain = ({ Plaintext }: { Plaintext: string }): Uint8Array => Buffer.from(Plaintext, 'base64')
