import { dayAt } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './http/log'
import { tell } from './notice/notice.store'
import { noticesOfLine } from './notice/words'
import type { JournalLine } from './store/record'
import { Conflict, type Store } from './store/store'
import { rowOf } from './store/store.dynamodb'
import { openStore } from './world'

/** The first bill follows the second signature at once; the daily function makes it where this failed. */
async function issueFirst(store: Store, { aggregateId }: JournalLine): Promise<void> {
  const { issueFirstBill } = await import('./bill/issue-bills')
  const now = new Date().toISOString()
  const cause = (kind: string) => ({ kind, by: 'system' as const, now })
  await issueFirstBill(store, aggregateId as LeaseId, { now, today: dayAt(now), cause }).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

/** Turns new journal lines into notices, and the second signature of a lease into its first bill. The first line that fails is reported, so that it and all behind it come again. */
export const streamOver =
  (store: () => Store) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      if (record.eventName !== 'INSERT' || !record.dynamodb?.NewImage) continue
      const line = rowOf<JournalLine>(record.dynamodb.NewImage)
      try {
        await tell(store(), await noticesOfLine(store(), line))
        if (line.kind === 'lease.signed') await issueFirst(store(), line)
      } catch (error) {
        log('error', 'journal line not told', {
          aggregateId: line.aggregateId,
          version: line.version,
          error: String((error as Error).name),
        })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }

let opened: Store | undefined
export const handler = streamOver(() => {
  opened ??= openStore()
  return opened
})
