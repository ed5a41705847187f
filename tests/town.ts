import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { documentMounts } from '@anju/functions/document/document.mounts'
import { filesOver } from '@anju/functions/files/files'
import { routerOf, type World } from '@anju/functions/http/router'
import { mounts } from '@anju/functions/mounts'
import { callbackOver } from '@anju/functions/payment-callback'
import { personRecord } from '@anju/functions/person/person.store'
import { secretsFrom } from '@anju/functions/secret/secrets'
import { read, save } from '@anju/functions/store/record'
import { dynamodb, dynamoStore, type Tables } from '@anju/functions/store/store.dynamodb'
import { payOver, type WechatPay } from '@anju/functions/wechat/pay/pay'
import { pushOver } from '@anju/functions/wechat/push'
import { templatesFrom } from '@anju/functions/wechat/templates'
import { wechatOver } from '@anju/functions/wechat/wechat'
import type { Route } from '@anju/shared/contract/route'
import { composeId, type IdKind } from '@anju/shared/id'
import type { Hat, Me, Person } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { ulid } from 'ulid'
import type * as z from 'zod'
import { clientAt, createTables, type Database, dropTables, startDatabase } from '../tools/database'
import { gateway, listen, serveLambda } from '../tools/lambda-server'
import { type PlayedS3, placeOf, playedS3 } from '../tools/sandbox/s3'
import { type WechatSandbox, wechatSandbox } from '../tools/sandbox/wechat'
import { type WechatPaySandbox, wechatPaySandbox } from '../tools/sandbox/wechat-pay'
import { type Answer, request } from './client'

/** 张江镇 and the town next to it; a district away; another city. */
export const ZHANGJIANG = '310115125'
export const TANG = '310115114'
export const newId = <K extends IdKind>(kind: K, region?: string) => composeId(kind, ulid(), region)
export const commandId = () => newId('cmd')

/** A whole deployment on this machine for one suite: real database, real HTTP, WeChat played by the sandbox. */
export interface Town {
  base: string
  world: World
  tables: Tables
  database: Database
  wechat: WechatSandbox
  s3: PlayedS3
  wechatPay: WechatPaySandbox
  /** Moves the clock of the API; undefined lets it run. */
  setNow(instant: string | undefined): void
  /** Signs in somebody new with an identity; `hats` are put on beside the tenant's, `only` instead of it. */
  join(options?: { hats?: Hat[]; only?: Hat[]; name?: string | undefined }): Promise<Citizen>
  close(): Promise<void>
}

/** Somebody with a session. */
export interface Citizen {
  id: Me['id']
  openid: string
  token: string
  me: Me
  name: string
  identityNumber: string
  call<R extends Route>(route: R, input: z.input<R['input']>): Promise<Answer<R>>
  /** The same person, acting for a holder whose staff they are. */
  actingFor(holderId: string): Citizen
}

/** A citizen number that is formally right: district, birthday, a serial, the check digit of GB 11643. */
export function citizenNumber(serial: number): string {
  const body = `310115${1960 + (serial % 40)}${String(1 + (serial % 12)).padStart(2, '0')}${String(1 + (serial % 28)).padStart(2, '0')}${String(serial % 1000).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return body + '10X98765432'[sum % 11]
}

let people = 0

export async function openTown(): Promise<Town> {
  const database = await startDatabase()
  const client = clientAt(database.endpoint)
  const prefix = `anju-test-${process.pid}-${randomBytes(4).toString('hex')}`
  const tables = await createTables(client, prefix)
  const wechat = wechatSandbox()
  const wechatBase = await listen(wechat.server)
  const s3 = playedS3()
  const s3Base = await listen(s3.server)
  let fixed: string | undefined
  const clock = () => (fixed ? Date.parse(fixed) : Date.now())
  const wechatPay = wechatPaySandbox(wechat.appId, clock)
  const payBase = await listen(wechatPay.server)
  let base = ''
  let pay: WechatPay | undefined
  const world: World = {
    store: dynamoStore(dynamodb(database.endpoint), tables),
    secrets: secretsFrom(randomBytes(32)),
    files: filesOver(() => placeOf(s3, s3Base)),
    wechat: wechatOver(wechatBase, wechat.appId, wechat.appSecret, templatesFrom(wechat.templates)),
    pay: async () => {
      pay ??= payOver({
        ...wechatPay.enrolled,
        baseUrl: payBase,
        appId: wechat.appId,
        notifyUrl: `${base}/api/wechat/pay/notify`,
        now: clock,
      })
      return pay
    },
    now: () => fixed ?? new Date().toISOString(),
  }
  const push = pushOver({ appId: wechat.appId, ...wechat.push, now: Date.now })
  const server: Server = serveLambda(
    gateway(
      routerOf([...mounts, ...documentMounts], async () => world),
      callbackOver(async () => ({ ...world, push: () => push })),
    ),
  )
  base = await listen(server)

  async function join({
    hats,
    only,
    name = `测试${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`,
  }: {
    hats?: Hat[]
    only?: Hat[]
    name?: string | undefined
  } = {}): Promise<Citizen> {
    const serial = ++people
    const openid = `openid-${serial}-${randomBytes(4).toString('hex')}`
    const { token, me } = (await request(base, personRoutes.logIn, { code: wechat.loginCode(openid) })).value
    const identityNumber = citizenNumber(serial)
    const identified = await request(
      base,
      personRoutes.setIdentity,
      { commandId: commandId(), version: me.version, realName: name, identityKind: 'citizen', identityNumber },
      token,
    )
    if (hats || only) {
      const person = await read(world.store, personRecord, me.id)
      const dressed: Person = {
        ...person,
        hats: only ?? [...person.hats, ...(hats ?? [])],
        version: person.version + 1,
      }
      await world.store.commit(
        save(personRecord, person, dressed, { kind: 'person.hat_granted', by: 'system', now: world.now() }),
      )
    }
    const worksFor = only?.find(({ holderId }) => holderId)?.holderId
    const current = (await request(base, personRoutes.readMe, {}, token, worksFor)).value
    void identified.value
    const citizen = (holderId?: string): Citizen => ({
      id: me.id,
      openid,
      token,
      me: current,
      name,
      identityNumber,
      call: (route, input) => request(base, route, input, token, holderId),
      actingFor: (other) => citizen(other),
    })
    return citizen(worksFor)
  }

  return {
    base,
    world,
    tables,
    database,
    wechat,
    s3,
    wechatPay,
    setNow: (instant) => {
      fixed = instant
    },
    join,
    close: async () => {
      await new Promise((resolve) => server.close(resolve).closeAllConnections())
      for (const each of [s3.server, wechat.server, wechatPay.server])
        await new Promise((resolve) => each.close(resolve).closeAllConnections())
      await dropTables(client, prefix)
      client.destroy()
      await database.stop()
    },
  }
}
