import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { configAt } from './database'

type Handler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

/** What the event source mapping does in AWS: reads the stream of a table in order and hands it to the function. */
export async function pumpStream(
  endpoint: string,
  table: string,
  handler: Handler,
  everyMillis = 250,
): Promise<() => void> {
  const client = new DynamoDBStreamsClient(configAt(endpoint.replace('//dynamodb.', '//streams.dynamodb.')))
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
  const StreamArn = Streams[0]?.StreamArn
  if (!StreamArn) throw new Error(`table ${table} has no stream`)
  const iterators = new Map<string, string | undefined>()
  let stopped = false

  async function turn(): Promise<void> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      if (!ShardId || (iterators.has(ShardId) && !iterators.get(ShardId))) continue
      const iterator =
        iterators.get(ShardId) ??
        (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' })))
          .ShardIterator
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator as string, Limit: 100 }),
      )
      const { batchItemFailures } =
        Records.length > 0 ? await handler({ Records } as unknown as DynamoDBStreamEvent) : { batchItemFailures: [] }
      iterators.set(ShardId, batchItemFailures.length > 0 ? iterator : NextShardIterator)
    }
  }
  const loop = async () => {
    while (!stopped) {
      await turn().catch((error: unknown) => {
        if (!stopped) console.error(`stream: ${String(error)}`)
      })
      await new Promise((resolve) => setTimeout(resolve, everyMillis))
    }
    client.destroy()
  }
  void loop()
  return () => {
    stopped = true
  }
}
