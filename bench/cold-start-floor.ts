import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

let client: DynamoDBClient | undefined

/** The least that a function with a database can be: the bare client and one read. */
export const handler = async () => {
  const { DYNAMODB_ENDPOINT: endpoint, TABLE_PREFIX } = process.env
  client ??= new DynamoDBClient({
    ...(endpoint && { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  const Key = { pk: { S: 'operator#health' }, sk: { S: 'probe' } }
  await client.send(new GetItemCommand({ TableName: `${TABLE_PREFIX}-state`, Key }))
  return { statusCode: 200 }
}
