import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handler } from '@anju/functions/http/router'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { healthRoutes } from '@anju/shared/health/health.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { regionRoutes } from '@anju/shared/region/region.routes'
import { type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFunction } from '../../tools/bundle/bundle'
import { zip } from '../../tools/bundle/zip'
import { clientAt, createTables, type Database, startDatabase } from '../../tools/database'
import { gateway, listen, serveLambda } from '../../tools/lambda-server'
import { playedKms } from '../../tools/sandbox/kms'
import { DEMO_SHOP } from '../../tools/sandbox/pay-orders'
import { placeOf, playedS3 } from '../../tools/sandbox/s3'
import { wechatSandbox } from '../../tools/sandbox/wechat'
import { wechatPaySandbox } from '../../tools/sandbox/wechat-pay'
import { request } from '../client'
import { advertisedHome, offeredLease } from '../let-home'
import { type Citizen, citizenNumber, commandId, newId, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import { type Lambda, node24, startLambda } from './lambda'

const NAMES = ['api', 'payment-callback', 'documents', 'stream', 'daily'] as const
const skipped = !node24 && !process.env.CI
if (skipped)
  console.warn('The packaged functions are not run: this machine has no Node 24, which is the runtime in AWS.')

/** One deployment of the packaged functions, with WeChat played by the sandbox, and requests over real HTTP. */
describe.skipIf(skipped)('the functions, started from their zips', () => {
  const prefix = `anju-deploy-${randomBytes(4).toString('hex')}`
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  const zipOf = (name: string) => join(folder, `${name}.zip`)
  const wechat = wechatSandbox()
  const wechatPay = wechatPaySandbox(wechat.appId)
  const kms = playedKms('key')
  const s3 = playedS3(undefined, { accessKeyId: 'AKIDLAMBDA', secretAccessKey: 'none', region: 'cn-north-1' })
  const lambdas = {} as Record<(typeof NAMES)[number], Lambda>
  let environment: Record<string, string>
  let database: Database
  let client: DynamoDBClient
  let server: Server
  let base: string

  beforeAll(async () => {
    database = await startDatabase()
    client = clientAt(database.endpoint)
    await createTables(client, prefix)
    const behind = (path: string) => (path.startsWith('/api/documents/') ? lambdas.documents : lambdas.api)
    const others: Handler = (event) => behind(event.rawPath).invoke(event)
    server = serveLambda(gateway(others, (event) => lambdas['payment-callback'].invoke(event)))
    base = await listen(server)
    const { mchId, serialNo, privateKey, apiV3Key } = wechatPay.enrolled
    environment = {
      AWS_REGION: 'cn-north-1',
      AWS_ACCESS_KEY_ID: 'AKIDLAMBDA',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_SESSION_TOKEN: 'none',
      AWS_ENDPOINT_URL_KMS: await listen(kms.server),
      KMS_KEY_ID: 'key',
      FILES_BUCKET: s3.bucket,
      FILES_URL: placeOf(s3, await listen(s3.server)).url,
      TABLE_PREFIX: prefix,
      ANJU_VERSION: 'packaged',
      DYNAMODB_ENDPOINT: database.endpoint,
      WECHAT_BASE_URL: await listen(wechat.server),
      WECHAT_APP_ID: wechat.appId,
      WECHAT_APP_SECRET: wechat.appSecret,
      WECHAT_PAY_BASE_URL: await listen(wechatPay.server),
      WECHAT_PAY_MCH_ID: mchId,
      WECHAT_PAY_SERIAL_NO: serialNo,
      WECHAT_PAY_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
      WECHAT_PAY_API_V3_KEY: apiV3Key,
      WECHAT_PAY_NOTIFY_URL: `${base}/api/wechat/pay/notify`,
    }
    for (const name of NAMES) {
      writeFileSync(zipOf(name), zip(await bundleFunction(name)))
      lambdas[name] = await startLambda(zipOf(name), `functions/${name}.handler`, environment)
    }
  }, 60_000)
  afterAll(async () => {
    for (const lambda of Object.values(lambdas)) lambda.stop()
    for (const each of [server, wechat.server, wechatPay.server, kms.server, s3.server])
      await new Promise((resolve) => each.close(resolve).closeAllConnections())
    client.destroy()
    await database.stop()
  })

  let people = 0
  /** Somebody new with an identity. */
  async function arrive(hat?: 'sublandlord'): Promise<Citizen> {
    const serial = ++people
    const logIn = await request(base, personRoutes.logIn, { code: wechat.loginCode(`openid-${serial}`) })
    const { token, me } = logIn.value
    const call: Citizen['call'] = (route, input) => request(base, route, input, token)
    const identity = { realName: '测试甲', identityKind: 'citizen' as const, identityNumber: citizenNumber(serial) }
    const { version } = (
      await call(personRoutes.setIdentity, { commandId: commandId(), version: me.version, ...identity })
    ).value
    if (hat) void (await call(personRoutes.putOnHat, { commandId: commandId(), version, role: hat })).value
    return { id: me.id, call } as Citizen
  }
  const titles = async (who: Citizen) =>
    (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title)
  let holder: Citizen
  let tenant: Citizen
  let lease: Awaited<ReturnType<typeof offeredLease>>

  it('run on the Node of the runtime', () => {
    for (const { version } of Object.values(lambdas)) expect(version).toMatch(/^v24\./)
  })
  it('api: answers for its health, its contract and what is not there', async () => {
    expect((await request(base, healthRoutes.readHealth, {})).value).toMatchObject({
      status: 'ok',
      version: 'packaged',
    })
    expect(Object.keys((await (await fetch(`${base}/api/openapi.json`)).json()) as object)).toContain('paths')
    expect((await fetch(`${base}/api/nowhere`)).status).toBe(404)
  })
  it('api: has the divisions of the whole country beside it', async () => {
    const towns = (await request(base, regionRoutes.listRegions, { parent: '310115' })).value.items
    expect(towns.map(({ name }) => name)).toContain('张江镇')
  })
  it('documents: knows nobody before the API has made the data key', async () => {
    const path = documentRoutes.readContract.path.replace('{leaseId}', newId('lea', ZHANGJIANG))
    const answer = await fetch(`${base}/api${path}`, { headers: { authorization: 'Bearer abc' } })
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'session.expired' })])
  })
  it('api: signs in through WeChat, seals, signs and finds again', async () => {
    holder = await arrive('sublandlord')
    tenant = await arrive()
    expect((await tenant.call(personRoutes.readMe, {})).value).toMatchObject({ id: tenant.id, realName: '测试甲' })
    lease = await offeredLease(holder, tenant, await advertisedHome(holder))
    for (const [who, version] of [
      [holder, 1],
      [tenant, 2],
    ] as const)
      void (await who.call(leaseRoutes.signLease, { commandId: commandId(), leaseId: lease.leaseId, version })).value
    const found = (await request(base, listingRoutes.searchListings, { region: ZHANGJIANG })).value
    expect(found).toHaveProperty('items')
  })
  it('documents: prints the contract with the font that lies beside it', async () => {
    const { bytes } = (await tenant.call(documentRoutes.readContract, { leaseId: lease.leaseId })).value
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(50_000)
    const elsewhere = await tenant.call(documentRoutes.readContract, { leaseId: newId('lea', ZHANGJIANG) })
    expect(elsewhere.error.code).toBe('lease.not_found')
  })
  it('api: takes a picture by way of the bucket, and shows it', async () => {
    const picture = await addPicture(holder, lease.dwellingId, 'home')
    expect((await fetch(picture.url)).status).toBe(200)
  })
  it('api: has one data key, which KMS made for the first instance and unwraps for the next', async () => {
    const next = await startLambda(zipOf('api'), 'functions/api.handler', environment)
    const served = serveLambda(((event) => next.invoke(event)) as Handler)
    const { token } = (await request(base, personRoutes.logIn, { code: wechat.loginCode('openid-1') })).value
    expect((await request(await listen(served), personRoutes.readMe, {}, token)).value.id).toBe(holder.id)
    expect(kms.calls).toEqual(['GenerateDataKey 200', 'Decrypt 200', 'Decrypt 200'])
    served.close().closeAllConnections()
    next.stop()
  })
  it('api: is busy while KMS is away, and comes to itself when KMS is back', async () => {
    const { port } = new URL(environment.AWS_ENDPOINT_URL_KMS as string)
    await new Promise((resolve) => kms.server.close(resolve).closeAllConnections())
    const next = await startLambda(zipOf('api'), 'functions/api.handler', environment)
    const served = serveLambda(((event) => next.invoke(event)) as Handler)
    const address = await listen(served)
    expect((await request(address, healthRoutes.readHealth, {})).error.code).toBe('server.busy')
    await listen(kms.server, Number(port))
    expect((await request(address, healthRoutes.readHealth, {})).value.status).toBe('ok')
    served.close().closeAllConnections()
    next.stop()
  })
  it('stream: turns the lines of the journal into notices', async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: `${prefix}-journal`, Limit: 500 }))
    const Records = Items.map((NewImage, index) => ({
      eventName: 'INSERT',
      dynamodb: { NewImage, SequenceNumber: String(index) },
    }))
    expect(await lambdas.stream.invoke({ Records })).toEqual({ batchItemFailures: [] })
    expect(await titles(tenant)).toContain('租约待您签署')
    expect(await titles(holder)).toContain('收到租房申请')
  })
  it('payment-callback: books what WeChat tells, and believes nobody else', async () => {
    void (await holder.call(paymentRoutes.setMerchant, { version: 0, subMchId: DEMO_SHOP })).value
    const [bill] = (await tenant.call(billRoutes.listBills, { side: 'lessee' })).value.items
    const billId = bill?.id ?? newId('bil', ZHANGJIANG)
    const { parameters } = (
      await tenant.call(paymentRoutes.startPayment, {
        commandId: commandId(),
        billId,
        orderId: newId('pay', ZHANGJIANG),
        amountFen: 12_345,
        code: wechat.loginCode('openid-2'),
      })
    ).value
    expect(await wechatPay.pay({ ...parameters })).toBe(true)
    expect((await tenant.call(billRoutes.readBill, { billId })).value.paidFen).toBe(12_345)
    const forged = await fetch(`${base}/api/wechat/pay/notify`, {
      method: 'POST',
      body: '{"event_type":"TRANSACTION.SUCCESS"}',
    })
    expect(forged.status).toBe(401)
  })
  it('daily: tells what fell due', async () => {
    const Item = {
      pk: { S: `${ZHANGJIANG.slice(0, 6)}#due` },
      sk: { S: `2020-01-02#filing#${lease.leaseId}` },
      leaseId: { S: lease.leaseId },
      dueOn: { S: '2020-01-01' },
      version: { N: '1' },
    }
    await client.send(new PutItemCommand({ TableName: `${prefix}-state`, Item }))
    await lambdas.daily.invoke({})
    expect(await titles(tenant)).toContain('租约备案已超期，请尽快办理')
  }, 60_000)
})
