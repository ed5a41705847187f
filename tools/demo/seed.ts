import type { World } from '@anju/functions/http/router'
import type { Context, Domain } from '@anju/functions/http/use-case'
import { mounts } from '@anju/functions/mounts'
import { personRecord } from '@anju/functions/person/person.store'
import { sealIdentity, sealPhone } from '@anju/functions/person/seal'
import { read, save } from '@anju/functions/store/record'
import type { Route } from '@anju/shared/contract/route'
import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Dwelling, Unit } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { OccupantInput, ReasonCode } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { composeId, type IdKind, kindOf, type LeaseId, regionOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { PayCycle } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import type { Person } from '@anju/shared/person/person'
import { ulid } from 'ulid'
import type * as z from 'zod'
import { citizenNumber, NEIGHBOURS, PERSONAS, type Persona, ZHANGJIANG } from './cast'
import { HOMES } from './homes'

/** A small generator with a fixed start: the same town every time. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const at = (day: Day, hour = 10) => new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString()
export const openidOf = (persona: Persona) => `demo-${persona.key}`

/** Builds the demo town through the use cases themselves, at the days on which things happened. The same `today` gives the same town. */
export async function seedTown(world: World, today: Day, progress: (what: string) => void = () => {}): Promise<void> {
  const { store, secrets, wechat } = world
  const random = mulberry(310115125)
  const people = new Map<string, Person>()
  const newId = <K extends IdKind>(kind: K, now: string, region?: string) =>
    composeId(kind, ulid(Date.parse(now), random), region)
  const domains: Domain[] = await Promise.all(mounts.map((mount) => mount.load()))

  /** One use case as one persona on one day. */
  async function act<R extends Route>(
    key: string,
    name: string,
    _route: R,
    input: z.input<R['input']>,
    now: string,
  ): Promise<z.output<R['output']>> {
    const mount = mounts.findIndex(({ routes }) => name in routes)
    const route = mounts[mount]?.routes[name] as Route
    const parsed = route.input.parse(input) as Record<string, unknown>
    const person = people.get(key) as Person
    const id = route.subject ? String(parsed[route.subject]) : undefined
    const reach = id ? domains.map((domain) => domain.reach?.[kindOf(id)]).find(Boolean) : undefined
    const context = {
      actor: { userId: person.id, sessionId: '', person },
      now,
      subject: id && reach ? (await reach(store, id)).subject : id,
      store,
      secrets,
      wechat,
      cause: (kind: string) => ({ kind, by: person.id, now, commandId: parsed.commandId }),
    } as unknown as Context
    const useCase = domains[mount]?.useCases[name] as (input: unknown, context: unknown) => Promise<unknown>
    return route.output.parse(await useCase(parsed, context)) as z.output<R['output']>
  }
  const command = (now: string) => newId('cmd', now)

  const start = at(addMonths(today, -14))
  for (const persona of [...PERSONAS, ...NEIGHBOURS]) {
    const identity = sealIdentity(secrets, 'citizen', persona.identityNumber)
    if ('message' in identity) throw new Error(`${persona.name}: ${identity.message}`)
    const person: Person = {
      id: newId('usr', start),
      version: 1,
      createdAt: start,
      revisedAt: start,
      openidIndex: secrets.index('openid', openidOf(persona)),
      realName: persona.name,
      identityKind: 'citizen',
      identity,
      phone: sealPhone(secrets, persona.phone),
      hats: persona.hats,
    }
    await store.commit(save(personRecord, undefined, person, { kind: 'person.joined', by: person.id, now: start }))
    people.set(persona.key, await read(store, personRecord, person.id))
  }
  progress('居民')

  const homes: { holder: 'chen' | 'wang'; dwelling: Dwelling }[] = []
  for (const { holder, facts } of HOMES) {
    const now = at(addMonths(today, -13))
    const dwellingId = newId('dwl', now, ZHANGJIANG)
    homes.push({
      holder,
      dwelling: await act(
        holder,
        'registerDwelling',
        dwellingRoutes.registerDwelling,
        { commandId: command(now), dwellingId, ...facts },
        now,
      ),
    })
  }
  progress('房屋')

  type Occupants = (OccupantInput & { identityNumber: string })[]
  const self = (key: string): Occupants => {
    const persona = [...PERSONAS, ...NEIGHBOURS].find((each) => each.key === key) as Persona
    return [
      {
        name: persona.name,
        identityKind: 'citizen',
        identityNumber: persona.identityNumber,
        relation: 'self',
        supportRelation: false,
      },
    ]
  }
  const declarations = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const
  const publish = async (
    home: number,
    unit: Unit,
    title: string,
    rentFen: number,
    payCycle: PayCycle,
    day: Day,
    description = '',
  ) => {
    const { holder, dwelling } = homes[home] as (typeof homes)[number]
    const now = at(day, 9)
    const listingId = newId('lst', now, ZHANGJIANG)
    await act(
      holder,
      'publishListing',
      listingRoutes.publishListing,
      {
        commandId: command(now),
        dwellingId: dwelling.id,
        listingId,
        unit,
        title,
        description,
        rentFen,
        payCycle,
        orientation: 'south',
        availableOn: day,
      },
      now,
    )
    return listingId
  }

  /** A whole tenancy: advertised, asked for, drawn up, signed, booked month by month. */
  async function tenancy(plan: {
    home: number
    unit: Unit
    tenant: string
    rentFen: number
    payCycle: PayCycle
    startOn: Day
    months: number
    title: string
    persons?: number
    sign?: 'both' | 'lessor' | 'none'
    paid?: boolean
  }) {
    const {
      home,
      unit,
      tenant,
      rentFen,
      payCycle,
      startOn,
      months,
      title,
      persons = 1,
      sign = 'both',
      paid = true,
    } = plan
    const { holder } = homes[home] as (typeof homes)[number]
    const signedOn = addDays(startOn, -5)
    const listingId = await publish(home, unit, title, rentFen, payCycle, addDays(startOn, -20))
    const [askedAt, drawnAt, signedAt] = [at(addDays(startOn, -8), 19), at(addDays(startOn, -6), 11), at(signedOn, 20)]
    const requestId = newId('ask', askedAt, ZHANGJIANG)
    await act(
      tenant,
      'requestRental',
      leaseRoutes.requestRental,
      {
        commandId: command(askedAt),
        listingId,
        requestId,
        moveInOn: startOn,
        months,
        persons,
        message: '您好，希望长租，作息规律。',
      },
      askedAt,
    )
    const leaseId = newId('lea', drawnAt, ZHANGJIANG)
    const lease = await act(
      holder,
      'drawUpLease',
      leaseRoutes.drawUpLease,
      {
        commandId: command(drawnAt),
        requestId,
        leaseId,
        startOn,
        endOn: addDays(addMonths(startOn, months), -1),
        rentFen,
        payCycle,
        deposit: {
          amountFen: Math.round(rentFen * payCycle.depositMonths),
          returnDays: 7,
          deductionGrounds: ['欠付租金及费用', '人为损坏房屋及设施'],
        },
      },
      drawnAt,
    )
    if (sign === 'none') return { leaseId, signedOn }
    await act(holder, 'signLease', leaseRoutes.signLease, { commandId: command(drawnAt), leaseId, version: 1 }, drawnAt)
    if (sign === 'lessor') return { leaseId, signedOn }
    await act(
      tenant,
      'signLease',
      leaseRoutes.signLease,
      { commandId: command(signedAt), leaseId, version: 2 },
      signedAt,
    )
    if (!paid) return { leaseId, signedOn }
    const receive = (
      kind: 'deposit' | 'rent',
      amountFen: number,
      receivedOn: Day,
      covers?: { coversFrom: Day; coversTo: Day },
    ) => {
      const now = at(receivedOn, 21)
      return act(
        holder,
        'recordReceipt',
        ledgerRoutes.recordReceipt,
        {
          commandId: command(now),
          entryId: newId('ent', now),
          leaseId,
          kind,
          amountFen,
          receivedOn,
          method: random() < 0.6 ? 'wechat' : 'bank',
          ...covers,
        },
        now,
      )
    }
    if (lease.deposit.amountFen > 0) await receive('deposit', lease.deposit.amountFen, signedOn)
    const cycle = payCycle.rentMonths || months
    for (let month = 0; month < months; month += cycle) {
      const coversFrom = addMonths(startOn, month)
      const receivedOn = month === 0 ? signedOn : coversFrom
      if (receivedOn > today) break
      await receive('rent', rentFen * cycle, receivedOn, {
        coversFrom,
        coversTo: addDays(addMonths(startOn, month + cycle), -1),
      })
    }
    return { leaseId, signedOn }
  }

  /** A filing taken as far as the story wants. */
  async function file(
    leaseId: LeaseId,
    by: string,
    occupants: Occupants,
    on: Day,
    steps: {
      take?: boolean
      end?: 'approve' | 'return' | 'reject' | 'withdraw'
      reasons?: { code: ReasonCode; explanation: string }[]
    } = {},
  ) {
    const [filedAt, takenAt, endAt] = [at(on, 12), at(on, 14), at(on, 16)]
    const filingId = newId('fil', filedAt, regionOf(leaseId))
    let version = (
      await act(
        by,
        'submitFiling',
        filingRoutes.submitFiling,
        { commandId: command(filedAt), leaseId, filingId, occupants, declarations },
        filedAt,
      )
    ).version
    if (steps.end === 'withdraw') {
      await act(
        by,
        'withdrawFiling',
        filingRoutes.withdrawFiling,
        { commandId: command(endAt), filingId, version },
        endAt,
      )
      return
    }
    if (!steps.take && !steps.end) return
    version = (
      await act(
        'wu',
        'takeFiling',
        filingRoutes.takeFiling,
        { commandId: command(takenAt), filingId, version },
        takenAt,
      )
    ).version
    const { end, reasons = [] } = steps
    if (end === 'approve')
      await act(
        'wu',
        'approveFiling',
        filingRoutes.approveFiling,
        { commandId: command(endAt), filingId, version },
        endAt,
      )
    if (end === 'return')
      await act(
        'wu',
        'returnFiling',
        filingRoutes.returnFiling,
        { commandId: command(endAt), filingId, version, reasons },
        endAt,
      )
    if (end === 'reject')
      await act(
        'wu',
        'rejectFiling',
        filingRoutes.rejectFiling,
        { commandId: command(endAt), filingId, version, reasons },
        endAt,
      )
  }

  const month = (count: number) => addMonths(`${today.slice(0, 7)}-01`, count)
  const monthly = { depositMonths: 1, rentMonths: 1 } as const
  const quarterly = { depositMonths: 1, rentMonths: 3 } as const
  const room = (roomNo: string): Unit => ({ kind: 'room', roomNo })

  const zhou = await tenancy({
    home: 0,
    unit: room('A'),
    tenant: 'zhou',
    rentFen: 320_000,
    payCycle: quarterly,
    startOn: month(-8),
    months: 12,
    title: '朝南主卧，近地铁',
    persons: 2,
  })
  const child: Occupants[number] = {
    name: '周小宝',
    identityKind: 'citizen',
    identityNumber: citizenNumber('31011520180512001'),
    relation: 'child',
    supportRelation: true,
  }
  await file(zhou.leaseId, 'zhou', [...self('zhou'), child], addDays(zhou.signedOn, 3), { end: 'approve' })

  const li = await tenancy({
    home: 1,
    unit: room('A'),
    tenant: 'li',
    rentFen: 350_000,
    payCycle: monthly,
    startOn: month(-1),
    months: 12,
    title: '带飘窗大主卧',
    persons: 1,
  })
  await file(li.leaseId, 'chen', self('li'), addDays(today, -6), {
    end: 'return',
    reasons: [
      { code: 'ADDRESS', explanation: '请核对门牌号，与产证一致' },
      { code: 'TITLE', explanation: '请补充产权证号' },
    ],
  })

  const zhao = await tenancy({
    home: 1,
    unit: room('B'),
    tenant: 'neighbour-0',
    rentFen: 280_000,
    payCycle: monthly,
    startOn: month(-11),
    months: 12,
    title: '安静次卧，家具齐全',
  })
  await file(zhao.leaseId, 'neighbour-0', self('neighbour-0'), addDays(zhao.signedOn, 9), { end: 'approve' })
  const qian = await tenancy({
    home: 2,
    unit: room('A'),
    tenant: 'neighbour-1',
    rentFen: 330_000,
    payCycle: quarterly,
    startOn: month(-5),
    months: 12,
    title: '高区景观房',
  })
  await file(qian.leaseId, 'neighbour-1', self('neighbour-1'), addDays(qian.signedOn, 6), { end: 'approve' })
  const feng = await tenancy({
    home: 3,
    unit: { kind: 'whole' },
    tenant: 'neighbour-2',
    rentFen: 520_000,
    payCycle: quarterly,
    startOn: month(-3),
    months: 24,
    title: '整租一室一厅，拎包入住',
    persons: 2,
  })
  await file(feng.leaseId, 'chen', self('neighbour-2'), addDays(today, -4), { take: true })
  const chu = await tenancy({
    home: 4,
    unit: room('A'),
    tenant: 'neighbour-3',
    rentFen: 390_000,
    payCycle: monthly,
    startOn: month(-1),
    months: 12,
    title: '带独卫主卧',
  })
  await file(chu.leaseId, 'neighbour-3', self('neighbour-3'), addDays(today, -2))
  const wei = await tenancy({
    home: 4,
    unit: room('B'),
    tenant: 'neighbour-4',
    rentFen: 300_000,
    payCycle: monthly,
    startOn: month(-1),
    months: 6,
    title: '次卧，可短租半年',
  })
  await file(wei.leaseId, 'chen', self('neighbour-4'), addDays(today, -1))
  const jiang = await tenancy({
    home: 6,
    unit: { kind: 'whole' },
    tenant: 'neighbour-5',
    rentFen: 680_000,
    payCycle: quarterly,
    startOn: month(-2),
    months: 12,
    title: '房东直租两室一厅',
    persons: 2,
  })
  await file(jiang.leaseId, 'wang', self('neighbour-5'), addDays(today, -3), {
    end: 'reject',
    reasons: [{ code: 'ID', explanation: '证件已过有效期，请换领后重新备案' }],
  })
  const han = await tenancy({
    home: 5,
    unit: { kind: 'bed', roomNo: 'A', bedNo: '1' },
    tenant: 'neighbour-6',
    rentFen: 110_000,
    payCycle: monthly,
    startOn: month(-4),
    months: 12,
    title: '青年公寓床位，含宽带',
  })
  await file(han.leaseId, 'neighbour-6', self('neighbour-6'), addDays(han.signedOn, 2), { end: 'withdraw' })
  await tenancy({
    home: 2,
    unit: room('B'),
    tenant: 'neighbour-7',
    rentFen: 260_000,
    payCycle: monthly,
    startOn: addDays(today, 8),
    months: 12,
    title: '朝南次卧',
    sign: 'lessor',
  })
  progress('租约、备案和账本')

  const recent = (days: number) => addDays(today, -days)
  await publish(
    0,
    room('B'),
    '近地铁次卧，采光好',
    260_000,
    quarterly,
    recent(2),
    '步行八分钟到地铁站，小区安静，房间朝南。',
  )
  const wanted = await publish(
    1,
    room('C'),
    '小次卧，适合一人居住',
    210_000,
    monthly,
    recent(5),
    '限一人居住，使用面积 9.8 平方米。',
  )
  await publish(4, room('C'), '北向书房改卧室', 240_000, monthly, recent(1))
  for (const bedNo of ['2', '3', '4'])
    await publish(
      5,
      { kind: 'bed', roomNo: 'A', bedNo },
      `青年公寓 ${bedNo} 号床`,
      108_000 + Number(bedNo) * 1_000,
      monthly,
      recent(Number(bedNo)),
    )
  const askedAt = at(recent(1), 20)
  await act(
    'sun',
    'requestRental',
    leaseRoutes.requestRental,
    {
      commandId: command(askedAt),
      listingId: wanted,
      requestId: newId('ask', askedAt, ZHANGJIANG),
      moveInOn: addDays(today, 10),
      months: 12,
      persons: 1,
      message: '在张江上班，一个人住，请问可以周末看房吗？',
    },
    askedAt,
  )
  progress('房源')
}
