import { personRecord } from '@anju/functions/person/person.store'
import { read, save } from '@anju/functions/store/record'
import { dynamodb, dynamoStore, tablesOf } from '@anju/functions/store/store.dynamodb'
import { DomainError, sentenceOf } from '@anju/shared/errors'
import { UserId } from '@anju/shared/id'
import { putOnHat } from '@anju/shared/person/person'
import { openLocalStore } from './local-store'

/*
 * Makes somebody the first 平台管理员, who then grants every other staff role in the mini-program. The person must have
 * signed in once; 我的 shows the id. Leaves the same line in the journal as a grant in the mini-program, made by `system`.
 *
 *   npx tsx tools/grant-operator.ts usr_…             the demo town of npm start
 *   npx tsx tools/grant-operator.ts usr_… anju-prod   the tables of that prefix, with AWS_REGION and the AWS credentials of this shell's environment
 */
const [id, prefix] = process.argv.slice(2)
const userId = UserId.safeParse(id)
if (!userId.success) {
  console.error('usage: npx tsx tools/grant-operator.ts usr_… [table prefix]')
  process.exit(2)
}
const { store, close } = prefix
  ? { store: dynamoStore(dynamodb(), tablesOf(prefix)), close: async () => {} }
  : await openLocalStore()
try {
  const now = new Date().toISOString()
  const person = await read(store, personRecord, userId.data)
  const granted = putOnHat(person, { role: 'operator_admin' }, now)
  await store.commit(save(personRecord, person, granted, { kind: 'person.hat_granted', by: 'system', now }))
  console.log(`${userId.data}: 平台管理员`)
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.error(`${userId.data}: ${error.code} ${sentenceOf(error)}`)
  process.exitCode = 1
} finally {
  await close()
}
