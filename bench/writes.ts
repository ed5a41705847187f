import './quiet'
import { domain as billDomain } from '@anju/functions/bill/bill.api'
import { domain as filingDomain } from '@anju/functions/filing/filing.api'
import { routerOf } from '@anju/functions/http/router'
import type { Domain, Context as UseCaseContext } from '@anju/functions/http/use-case'
import { domain as leaseDomain } from '@anju/functions/lease/lease.api'
import { mounts } from '@anju/functions/mounts'
import { personRecord } from '@anju/functions/person/person.store'
import { read } from '@anju/functions/store/record'
import type { Change } from '@anju/functions/store/store'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { kindOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import {
  advertisedHome,
  declarations,
  firstBill,
  letHome,
  occupantsOf,
  offeredLease,
  signedByBoth,
} from '../tests/let-home'
import { type Citizen, commandId, newId, openTown, ZHANGJIANG } from '../tests/town'
import { clientAt } from '../tools/database'
import { recording } from './recording'
import { sideBySide } from './side-by-side'

/** The whole request inside the Lambda (session, subject, rule, commit, answer) against the bare transaction of the same items. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 60)
const town = await openTown()
const documents = DynamoDBDocumentClient.from(clientAt(town.database.endpoint), {
  marshallOptions: { removeUndefinedValues: true },
})
const { store, last } = recording(town.world.store)
const handler = routerOf(mounts, async () => ({ ...town.world, store }))

const post = async (who: Citizen, path: string, body: object) => {
  const event = {
    version: '2.0',
    rawPath: `/api${path}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` },
    body: JSON.stringify(body),
    requestContext: { requestId: 'bench', http: { method: 'POST', path: `/api${path}` } },
  } as unknown as APIGatewayProxyEventV2
  const answer = await handler(event, {} as Context)
  if (answer.statusCode !== 200) throw new Error(String(answer.body))
}

/** The same items as our last commit, under other keys, with the same conditions on fresh rows. */
async function bareTransaction(changes: Change[], round: number, prepared: boolean): Promise<void> {
  const other = (pk: unknown) => `${String(pk)}#floor${round}`
  const TransactItems = changes.map((change) => {
    const table = town.tables[change.table]
    if ('remove' in change)
      return { Delete: { TableName: table, Key: { pk: other(change.remove.pk), sk: change.remove.sk } } }
    const Item = { ...change.put, pk: other(change.put.pk) }
    const condition =
      !prepared || change.when === undefined
        ? {}
        : change.when === 'absent'
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#v = :v',
              ExpressionAttributeNames: { '#v': 'version' },
              ExpressionAttributeValues: { ':v': change.when.version },
            }
    return { Put: { TableName: table, Item, ...condition } }
  })
  await documents.send(new TransactWriteCommand({ TransactItems }))
}

/** Rows in the state that the conditions of the floor expect. */
async function prepare(changes: Change[], round: number): Promise<void> {
  const versioned = changes.flatMap((change) =>
    'put' in change && typeof change.when === 'object'
      ? [{ ...change, put: { ...change.put, version: change.when.version } }]
      : [],
  )
  if (versioned.length > 0) await bareTransaction(versioned as Change[], round, false)
}

const clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
const [holder, tenant] = [await town.join({ hats: [{ role: 'sublandlord' }] }), await town.join()]
const total = Math.ceil(ROUNDS * 1.2) + 1

/** The use case alone, its subject read as the router reads it before: rule and commit. */
async function useCaseOf(
  domain: Domain,
  name: string,
  who: Citizen,
  id: string,
  input: object,
  /** Who reads the subject, where it is another domain's. */
  reads: Domain,
): Promise<() => Promise<void>> {
  const reach = await reads.reach?.[kindOf(id)]?.(town.world.store, id)
  const person = await read(store, personRecord, who.id)
  const now = town.world.now()
  const command = commandId()
  const context = {
    ...town.world,
    store,
    now,
    actor: { userId: who.id, sessionId: '', person, holderId: who.id },
    subject: reach?.subject,
    cause: (kind: string) => ({ kind, by: who.id, now, commandId: command }),
  } as unknown as UseCaseContext
  const run = domain.useCases[name] as unknown as (input: object, context: UseCaseContext) => Promise<unknown>
  return async () => void (await run({ ...input, commandId: command }, context))
}

/** One write measured twice: the whole request, and the use case in it, each against the bare transaction of the same items. */
async function measure(
  name: string,
  ids: string[],
  domain: Domain,
  who: Citizen,
  path: (id: string) => string,
  input: () => object = () => ({ version: 2 }),
  reads = domain,
): Promise<void> {
  const request = (index: number) => post(who, path(ids[index] as string), { commandId: commandId(), ...input() })
  await request(2 * total)
  const changes = last()
  for (let round = 0; round < 2 * total; round++) await prepare(changes, round)
  const floor = (from: number) => (round: number) => bareTransaction(changes, from + round, true)
  await sideBySide(`${name}, whole request`, ROUNDS, request, floor(0), { items: changes.length })
  const ready = await Promise.all(
    ids.slice(total, 2 * total).map((id) => useCaseOf(domain, name, who, id, input(), reads)),
  )
  await sideBySide(name, ROUNDS, (round) => (ready[round] as () => Promise<void>)(), floor(total), {
    items: changes.length,
  })
}

console.error('preparing filings …')
const filings: string[] = []
for (let index = 0; index <= 2 * total; index++) {
  const { filingId } = await letHome(town, await town.join({ hats: [{ role: 'sublandlord' }] }), tenant)
  await clerk
    .call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
    .then((answer) => answer.value)
  filings.push(filingId)
}
await measure('approveFiling', filings, filingDomain, clerk, (id) => `/filings/${id}/approve`)

console.error('preparing leases …')
const leases: string[] = []
for (let index = 0; index <= 2 * total; index++) {
  const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
  await holder
    .call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })
    .then((answer) => answer.value)
  leases.push(leaseId)
}
await measure('signLease', leases, leaseDomain, tenant, (id) => `/leases/${id}/sign`)

console.error('preparing signed leases …')
const signed: string[] = []
for (let index = 0; index <= 2 * total; index++) {
  const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
  await signedByBoth(holder, tenant, leaseId)
  signed.push(leaseId)
}
const filing = () => ({ filingId: newId('fil', ZHANGJIANG), occupants: occupantsOf(tenant), declarations })
await measure('submitFiling', signed, filingDomain, tenant, (id) => `/leases/${id}/filings`, filing, leaseDomain)

console.error('preparing bills …')
const bills: string[] = []
for (let index = 0; index <= 2 * total; index++) {
  const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
  await signedByBoth(holder, tenant, leaseId)
  bills.push(await firstBill(town, leaseId))
}
const payment = () => ({
  paymentId: newId('ent'),
  amountFen: 1_280_000,
  receivedOn: '2026-11-01',
  method: 'bank',
  note: '',
  ahead: false,
})
await measure('recordPayment', bills, billDomain, holder, (id) => `/bills/${id}/payments`, payment)

await town.close()
process.exit(0)
