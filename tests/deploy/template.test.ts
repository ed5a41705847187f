import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleFunction } from '../../tools/bundle/bundle'
import { zip } from '../../tools/bundle/zip'
import { callsOf, packageOffline, root } from './package'
import { hasAttribute, problemsOf } from './schema'
import { type Resource, referencesIn, rightsIn, type Template } from './template'

const FUNCTIONS = ['api', 'payment-callback', 'documents', 'stream', 'daily']
let packaged: ReturnType<typeof packageOffline>
let template: Template
beforeAll(() => {
  packaged = packageOffline()
  template = packaged.templates[0] as Template
}, 120_000)

const ofType = (type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, { Type }]) => Type === type)
const propertiesOf = (type: string) => ofType(type).map(([, { Properties }]) => Properties ?? {})

describe('packaging', () => {
  it('calls no other machine, and a call would have been noticed', () => {
    expect(packaged.calls).toBe('')
    expect(callsOf('-e', "fetch('https://aws.invalid').catch(() => {})")).toBe('aws.invalid:443\n')
  })
  it('makes the functions of serverless.yml, on the runtime of Node 24', () => {
    const functions = propertiesOf('AWS::Lambda::Function')
    expect(functions.map(({ Handler }) => Handler)).toEqual(FUNCTIONS.map((name) => `functions/${name}.handler`))
    expect(functions.map(({ Runtime, Architectures }) => [Runtime, Architectures])).toEqual(
      FUNCTIONS.map(() => ['nodejs24.x', ['arm64']]),
    )
  })
  it('is what AWS describes, in every property', () => expect(packaged.templates.flatMap(problemsOf)).toEqual([]))
  it('refers only to what is there', () => {
    for (const each of packaged.templates) {
      const { names, attributes, conditions } = referencesIn(each)
      expect(names.filter((name) => !(name in each.Resources))).toEqual([])
      expect(attributes.filter((reference) => !hasAttribute(each, reference))).toEqual([])
      expect([...conditions].filter((name) => !(name in (each.Conditions ?? {})))).toEqual([])
    }
  })
  it('names no partition, no account and no secret', () => {
    const text = JSON.stringify(template)
    expect(text).not.toMatch(/arn:aws:|"arn:aws-cn:(?!acm)|AKIA/)
    const [api] = propertiesOf('AWS::Lambda::Function') as { Environment: { Variables: Record<string, unknown> } }[]
    expect(api?.Environment.Variables.WECHAT_APP_SECRET).toBe(
      '{{resolve:secretsmanager:anju/prod/wechat:SecretString:appSecret}}',
    )
  })
})

describe('who may do what', () => {
  const STATE = 'StateTable.Arn'
  const JOURNAL = 'JournalTable.Arn'
  const rights = (role: string, on: string) =>
    rightsIn(template)
      .filter((right) => right.role === role && right.on === on)
      .map(({ action }) => action.replace('dynamodb:', ''))
      .sort()

  it('gives each function a role of its own', () => {
    const roles = propertiesOf('AWS::Lambda::Function').map(({ Role }) => JSON.stringify(Role))
    expect(new Set(roles).size).toBe(FUNCTIONS.length)
    expect(Object.keys(template.Resources)).not.toContain('IamRoleLambdaExecution')
  })
  it('has no wildcard in any action or resource of a role', () => {
    const wild = rightsIn(template).filter(
      ({ action, on }) =>
        action.includes('*') || on.replace(/Files\.Arn}\/(arriving|pictures|materials)\/\*/, '').includes('*'),
    )
    expect(wild).toEqual([])
  })
  it.each([
    ['ApiRole', STATE, ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query']],
    ['ApiRole', JOURNAL, ['GetItem', 'PutItem', 'Query']],
    ['PaymentCallbackRole', STATE, ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query']],
    ['PaymentCallbackRole', JOURNAL, ['GetItem', 'PutItem']],
    ['DocumentsRole', STATE, ['BatchGetItem', 'GetItem', 'Query']],
    ['DocumentsRole', JOURNAL, []],
    ['StreamRole', STATE, ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query']],
    ['StreamRole', JOURNAL, ['GetItem', 'PutItem']],
    ['DailyRole', STATE, ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query']],
    ['DailyRole', JOURNAL, ['GetItem', 'PutItem']],
    ['ScheduleRole', STATE, []],
    ['ScheduleRole', 'DailyLambdaFunction.Arn', ['lambda:InvokeFunction']],
  ])('%s may on %s: %j', (role, on, expected) => expect(rights(role, on)).toEqual(expected))
  it('lets nobody change, delete or flood the journal', () => {
    const forbidden = rightsIn(template).filter(
      ({ action, on }) =>
        on.includes('Journal') && /UpdateItem|DeleteItem|BatchWriteItem|PartiQL|DeleteTable|UpdateTable/.test(action),
    )
    expect(forbidden).toEqual([])
  })
  it('lets functions use the key for the tables, and only what knows sessions for the data key', () => {
    const bare = rightsIn(template).filter(({ action, condition }) => action.startsWith('kms:') && !condition)
    expect(bare).toEqual([])
    const direct = rightsIn(template).filter((right) => JSON.stringify(right).includes('kms:EncryptionContext:use'))
    expect(direct.map(({ role, action }) => `${role} ${action}`)).toEqual([
      'ApiRole kms:Decrypt',
      'ApiRole kms:GenerateDataKey',
      'DocumentsRole kms:Decrypt',
      'StreamRole kms:Decrypt',
      'DailyRole kms:Decrypt',
      'DailyRole kms:GenerateDataKey',
    ])
  })
})

describe('what must not be lost or seen', () => {
  it('keeps tables, files and key when the stack goes', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::KMS::Key']
      .flatMap(ofType)
      .concat([['Files', template.Resources.Files!]])
    expect(kept.length).toBe(4)
    for (const [name, { DeletionPolicy, UpdateReplacePolicy }] of kept)
      expect([name, DeletionPolicy, UpdateReplacePolicy]).toEqual([name, 'Retain', 'Retain'])
  })
  it('has the two tables encrypted, restorable and protected; time to live on state, a stream on the journal', () => {
    const tables = propertiesOf('AWS::DynamoDB::Table')
    expect(tables.map(({ TableName }) => TableName)).toEqual(['anju-prod-state', 'anju-prod-journal'])
    for (const table of tables)
      expect(table).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': ['DataKey', 'Arn'] } },
      })
    const [state, journal] = tables
    expect(state?.TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true })
    expect(state?.StreamSpecification).toBeUndefined()
    expect(journal?.TimeToLiveSpecification).toEqual({ Ref: 'AWS::NoValue' })
    expect(journal?.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' })
  })
  it('has no bucket that the public could reach or that speaks without TLS', () => {
    const buckets = ofType('AWS::S3::Bucket')
    expect(buckets.length).toBe(2)
    for (const [name, { Properties }] of buckets) {
      expect(Properties?.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
      expect(Properties?.BucketEncryption).toBeDefined()
      const policies = propertiesOf('AWS::S3::BucketPolicy').filter(
        ({ Bucket }) => (Bucket as { Ref: string }).Ref === name,
      )
      expect(JSON.stringify(policies)).toMatch(/"Deny".*"aws:SecureTransport":("false"|false)/)
    }
    expect(JSON.stringify(template.Resources.Files)).toContain('{"SSEAlgorithm":"aws:kms","KMSMasterKeyID"')
  })
  it('turns the key every year', () =>
    expect(propertiesOf('AWS::KMS::Key').map(({ EnableKeyRotation }) => EnableKeyRotation)).toEqual([true]))
  it('keeps every log for 180 days at least, and in the access log nothing about a person', () => {
    const groups = propertiesOf('AWS::Logs::LogGroup')
    expect(groups.length).toBe(FUNCTIONS.length + 1)
    expect(groups.filter(({ RetentionInDays }) => Number(RetentionInDays) < 180)).toEqual([])
    const [stage] = propertiesOf('AWS::ApiGatewayV2::Stage') as { AccessLogSettings: { Format: string } }[]
    const format = stage?.AccessLogSettings.Format ?? ''
    expect(Object.keys(JSON.parse(format) as object)).toContain('requestId')
    expect(format).not.toMatch(/sourceIp|userAgent|\$context\.(path|authorizer|identity)|caller|user\b/)
  })
  it('retries the stream, halves a failing batch and keeps what it gives up', () => {
    const [mapping] = propertiesOf('AWS::Lambda::EventSourceMapping')
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['FailedWork', 'Arn'] } } },
    })
  })
  it('runs the day at eight in Shanghai, and every hour what does not wait for it', () => {
    const target = { RoleArn: { 'Fn::GetAtt': ['ScheduleRole', 'Arn'] } }
    const schedules = propertiesOf('AWS::Scheduler::Schedule')
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
      'cron(0 8 * * ? *)',
      'cron(30 * * * ? *)',
    ])
    for (const schedule of schedules)
      expect(schedule).toMatchObject({ ScheduleExpressionTimezone: 'Asia/Shanghai', Target: target })
    expect(schedules.map(({ Target }) => (Target as { Input?: string }).Input)).toEqual([undefined, '{"hourly":true}'])
  })
  it('alarms the topic about failures, slowness, lateness and throttling', () => {
    const alarms = propertiesOf('AWS::CloudWatch::Alarm')
    expect(new Set(alarms.map(({ MetricName }) => MetricName))).toEqual(
      new Set([
        '5xx',
        'ApproximateNumberOfMessagesVisible',
        'Duration',
        'Errors',
        'IteratorAge',
        'ReadThrottleEvents',
        'Throttles',
        'WriteThrottleEvents',
        'daysSettled',
      ]),
    )
    expect(alarms.filter(({ AlarmActions }) => JSON.stringify(AlarmActions) !== '[{"Ref":"Alarms"}]')).toEqual([])
  })
})

describe('what is deployed', () => {
  const contents = (name: string) => unzipSync(readFileSync(join(root, `dist/functions/${name}.zip`)))
  it.each(FUNCTIONS)('%s holds nothing of the sandbox and no path of this machine', (name) => {
    const texts = Object.entries(contents(name)).filter(([path]) => !path.endsWith('.br'))
    const found = texts.filter(([, bytes]) =>
      ['sandbox/personas', 'demo-', 'wx0000000000sandbox', 'sandbox-secret', root].some((word) =>
        Buffer.from(bytes).includes(word),
      ),
    )
    expect(found.map(([path]) => path)).toEqual([])
  })
  it.each(FUNCTIONS)('%s is small enough for Lambda', (name) => {
    const unpacked = Object.values(contents(name)).reduce((sum, { length }) => sum + length, 0)
    expect(unpacked).toBeLessThan(250 * 1024 * 1024)
    expect(readFileSync(join(root, `dist/functions/${name}.zip`)).length).toBeLessThan(50 * 1024 * 1024)
  })
  it('only the documents function carries a printer', () => {
    const printing = FUNCTIONS.filter((name) => Object.keys(contents(name)).some((path) => path.endsWith('.ttf')))
    expect(printing).toEqual(['documents'])
  })
  it.each(FUNCTIONS)('%s is the same, to the byte, when it is made again', async (name) => {
    const made = createHash('sha256').update(readFileSync(join(root, `dist/functions/${name}.zip`)))
    const again = createHash('sha256').update(zip(await bundleFunction(name)))
    expect(again.digest('hex')).toBe(made.digest('hex'))
  })
})
