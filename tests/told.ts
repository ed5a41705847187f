import { streamOver } from '@anju/functions/stream'
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { clientAt } from '../tools/database'
import type { Town } from './town'

/** Hands every line of the journal to the stream's function, as often as one likes: what it does, it does once. */
export async function tellAll({ database, tables, world }: Town): Promise<void> {
  const client = clientAt(database.endpoint)
  const lines: Record<string, AttributeValue>[] = []
  for (let after: Record<string, AttributeValue> | undefined; ; ) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: tables.journal, ...(after && { ExclusiveStartKey: after }) }),
    )
    lines.push(...Items)
    after = LastEvaluatedKey
    if (!after) break
  }
  client.destroy()
  const Records = lines.map((image, index) => ({
    eventName: 'INSERT',
    dynamodb: { NewImage: image, SequenceNumber: String(index) },
  }))
  const { batchItemFailures } = await streamOver(() => world)({ Records } as unknown as DynamoDBStreamEvent)
  if (batchItemFailures.length > 0) throw new Error(`a line was not told: ${JSON.stringify(batchItemFailures)}`)
}
