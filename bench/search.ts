import './quiet'
import { routerOf } from '@anju/functions/http/router'
import { searchPartition } from '@anju/functions/listing/listing.store'
import { mounts } from '@anju/functions/mounts'
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { advertisedHome } from '../tests/let-home'
import { openTown, ZHANGJIANG } from '../tests/town'
import { clientAt } from '../tools/database'
import { sideBySide } from './side-by-side'

/** The first page of a town's listings, the whole request inside the Lambda, against the bare Query of the same page. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 200)
const town = await openTown()
const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
for (let index = 0; index < 60; index++) await advertisedHome(holder)
const documents = DynamoDBDocumentClient.from(clientAt(town.database.endpoint))
const handler = routerOf(mounts, async () => town.world)
const event = {
  version: '2.0',
  rawPath: '/api/listings',
  headers: {},
  queryStringParameters: { region: ZHANGJIANG, sort: 'rent', limit: '20' },
  requestContext: { requestId: 'bench', http: { method: 'GET', path: '/api/listings' } },
} as unknown as APIGatewayProxyEventV2

await sideBySide(
  'searchListings',
  ROUNDS,
  async () => {
    const answer = await handler(event, {} as Context)
    if ((JSON.parse(String(answer.body)) as { items: unknown[] }).items.length !== 20) throw new Error('not a page')
  },
  async () => {
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: town.tables.state,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': searchPartition(ZHANGJIANG, 'rent') },
        Limit: 21,
      }),
    )
    if (Items?.length !== 21) throw new Error('not a page')
  },
)
await town.close()
process.exit(0)
