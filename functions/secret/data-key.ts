import { readFile } from 'node:fs/promises'
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { Conflict, type Store } from '../store/store'

const KEY = { pk: 'operator#data-key', sk: 'v1' }

const context = { EncryptionContext: { use: 'anju-data-key' } }

/** The data key where there is one: from `DATA_KEY_FILE` locally; in AWS unwrapped by KMS. */
export async function findDataKey(store: Store, kms = new KMSClient({})): Promise<Uint8Array | undefined> {
  const file = process.env.DATA_KEY_FILE
  if (file) return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  const stored = await store.get<{ wrapped: Uint8Array }>('state', KEY)
  return stored && plaintext(await kms.send(new DecryptCommand({ CiphertextBlob: stored.wrapped, ...context })))
}

/** The data key; in AWS it is made once by KMS, kept wrapped in the state table, unwrapped at start. */
export async function loadDataKey(store: Store): Promise<Uint8Array> {
  const kms = new KMSClient({})
  const found = await findDataKey(store, kms)
  if (found) return found
  const made = await kms.send(
    new GenerateDataKeyCommand({ KeyId: process.env.KMS_KEY_ID, KeySpec: 'AES_256', ...context }),
  )
  try {
    await store.commit([{ table: 'state', put: { ...KEY, wrapped: made.CiphertextBlob }, when: 'absent' }])
    return plaintext(made)
  } catch (error) {
    if (error instanceof Conflict) return loadDataKey(store)
    throw error
  }
}

function plaintext({ Plaintext }: { Plaintext?: Uint8Array | undefined }): Uint8Array {
  if (!Plaintext) throw new Error('KMS answered without a key')
  return Plaintext
}
