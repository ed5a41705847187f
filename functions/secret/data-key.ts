import { readFile } from 'node:fs/promises'
import { awsOver } from '../aws/aws'
import { Conflict, type Store } from '../store/store'

const KEY = { pk: 'operator#data-key', sk: 'v1' }
const EncryptionContext = { use: 'anju-data-key' }

const kms = () =>
  awsOver({
    name: 'kms',
    target: 'TrentService',
    contentType: 'application/x-amz-json-1.1',
    passing: ({ name }) => name === 'ThrottlingException',
    endpoint: process.env.AWS_ENDPOINT_URL_KMS,
  })

/** The data key where there is one: from `DATA_KEY_FILE` locally; in AWS unwrapped by KMS. */
export async function findDataKey(store: Store): Promise<Uint8Array | undefined> {
  const file = process.env.DATA_KEY_FILE
  if (file) return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  const stored = await store.get<{ wrapped: string }>('state', KEY)
  return stored && plain(await kms()('Decrypt', { CiphertextBlob: stored.wrapped, EncryptionContext }))
}

/** The data key; in AWS it is made once by KMS, kept wrapped in the state table, unwrapped at start. */
export async function loadDataKey(store: Store): Promise<Uint8Array> {
  const found = await findDataKey(store)
  if (found) return found
  const made = await kms()<{ Plaintext: string; CiphertextBlob: string }>('GenerateDataKey', {
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
