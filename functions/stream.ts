import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './http/log'
import { tell } from './notice/notice.store'
import { noticesOfLine } from './notice/words'
import type { JournalLine } from './store/record'
import type { Store } from './store/store'
import { rowOf } from './store/store.dynamodb'
import { openStore } from './world'

/** Turns new journal lines into notices. The first line that fails is reported, so that it and all behind it come again. */
export const streamOver =
  (store: () => Store) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      if (record.eventName !== 'INSERT' || !record.dynamodb?.NewImage) continue
      const line = rowOf<JournalLine>(record.dynamodb.NewImage)
      try {
        await tell(store(), await noticesOfLine(store(), line))
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
