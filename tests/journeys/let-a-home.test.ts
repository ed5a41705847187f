import { billRoutes } from '@anju/shared/bill/bill.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../client'
import { firstBill } from '../let-home'
import { searchForSecrets } from '../secrecy'
import { type Citizen, citizenNumber, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from '../town'

/** The main job as one story: a home is found, let, filed and booked. */
describe('a home is found, let, filed and booked', () => {
  let town: Town
  let chen: Citizen
  let zhou: Citizen
  let clerk: Citizen
  let otherClerk: Citizen

  const dwellingId = newId('dwl', ZHANGJIANG)
  const listingId = newId('lst', ZHANGJIANG)
  const requestId = newId('ask', ZHANGJIANG)
  const leaseId = newId('lea', ZHANGJIANG)
  const filingId = newId('fil', ZHANGJIANG)
  const childNumber = citizenNumber(777)

  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    chen = await town.join({ name: '陈海生' })
    zhou = await town.join({ name: '周晓雯' })
    clerk = await town.join({ name: '吴敏', hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    otherClerk = await town.join({ name: '唐静', hats: [{ role: 'clerk', region: TANG }] })
  })
  afterAll(() => town.close())

  const occupants = (children = 0) => [
    {
      name: zhou.name,
      identityKind: 'citizen' as const,
      identityNumber: zhou.identityNumber,
      relation: 'self' as const,
      supportRelation: false,
    },
    ...Array.from({ length: children }, () => ({
      name: '周小宝',
      identityKind: 'citizen' as const,
      identityNumber: childNumber,
      relation: 'child' as const,
      supportRelation: true,
    })),
  ]
  const declarations = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const

  it('2 · the sublandlord puts on the hat, enters a home, divides it and publishes a room', async () => {
    const hatted = await chen.call(personRoutes.putOnHat, {
      commandId: commandId(),
      version: chen.me.version,
      role: 'sublandlord',
    })
    expect(hatted.value.hats).toEqual([{ role: 'tenant' }, { role: 'sublandlord' }])
    const dwelling = await chen.call(dwellingRoutes.registerDwelling, {
      commandId: commandId(),
      dwellingId,
      address: { townCode: ZHANGJIANG, road: '藿香路', lane: '１２３弄', number: '5号', room: '602室' },
      communityName: '听潮苑',
      certificateBedrooms: 2,
      buildingAreaSquareMetres: 88.5,
      rooms: [
        { roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 14.2, beds: [] },
        { roomNo: 'B', originalUse: 'bedroom', usableAreaSquareMetres: 9.8, beds: [{ bedNo: '1' }, { bedNo: '2' }] },
        { roomNo: 'K', originalUse: 'kitchen', usableAreaSquareMetres: 5.5, beds: [] },
      ],
    })
    expect(dwelling.value.addressText).toBe('上海市浦东新区张江镇藿香路123弄5号602室')
    const kitchen = await chen.call(listingRoutes.publishListing, {
      commandId: commandId(),
      dwellingId,
      listingId,
      unit: { kind: 'room', roomNo: 'K' },
      title: '厨房',
      rentFen: 100_000,
      payCycle: { depositMonths: 1, rentMonths: 3 },
    })
    expect(kitchen.error).toMatchObject({ code: 'listing.blocked', rules: [{ ruleId: 'SH-OCC-05' }] })
    const bed = await chen.call(listingRoutes.publishListing, {
      commandId: commandId(),
      dwellingId,
      listingId,
      unit: { kind: 'bed', roomNo: 'B', bedNo: '1' },
      title: '床位',
      rentFen: 90_000,
      payCycle: { depositMonths: 1, rentMonths: 1 },
    })
    expect(bed.error).toMatchObject({ code: 'listing.blocked', rules: [{ ruleId: 'SH-OCC-06' }] })
    const listing = await chen.call(listingRoutes.publishListing, {
      commandId: commandId(),
      dwellingId,
      listingId,
      unit: { kind: 'room', roomNo: 'A' },
      title: '朝南主卧，近地铁',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 },
      orientation: 'south',
    })
    expect(listing.value).toMatchObject({ status: 'published', areaSquareMetres: 14.2, layout: { bedrooms: 2 } })
  })

  it('1 · anyone finds it without logging in, by town, rent and kind', async () => {
    const found = await request(town.base, listingRoutes.searchListings, {
      region: ZHANGJIANG,
      rentFromFen: 300_000,
      rentToFen: 350_000,
      unitKind: 'room',
      sort: 'rent',
    })
    expect(found.value.items.map((card) => card.id)).toEqual([listingId])
    for (const region of ['310115', '3101'])
      expect((await request(town.base, listingRoutes.searchListings, { region })).value.items).toHaveLength(1)
    expect(
      (await request(town.base, listingRoutes.searchListings, { region: ZHANGJIANG, bedrooms: 1 })).value.items,
    ).toEqual([])
    expect((await request(town.base, listingRoutes.readListing, { listingId })).value.title).toBe('朝南主卧，近地铁')
  })

  it('3 · the tenant asks, the sublandlord draws up the lease, both sign, the listing is gone', async () => {
    const asked = await zhou.call(leaseRoutes.requestRental, {
      commandId: commandId(),
      listingId,
      requestId,
      moveInOn: '2026-12-01',
      months: 12,
      persons: 2,
    })
    expect(asked.value.status).toBe('open')
    const received = await chen.call(leaseRoutes.listRequests, { side: 'received' })
    expect(received.value.items.map((each) => each.id)).toEqual([requestId])
    const terms = {
      startOn: '2026-12-01',
      endOn: '2027-11-30',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
    }
    const bare = await chen.call(leaseRoutes.drawUpLease, {
      commandId: commandId(),
      requestId,
      leaseId,
      ...terms,
      deposit: { amountFen: 320_000 },
    })
    expect(bare.error).toMatchObject({ code: 'lease.blocked', rules: [{ ruleId: 'N-06' }] })
    const lease = await chen.call(leaseRoutes.drawUpLease, {
      commandId: commandId(),
      requestId,
      leaseId,
      ...terms,
      deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金', '人为损坏'] },
    })
    expect(lease.value).toMatchObject({ status: 'offered', version: 1, lesseeName: '周晓雯' })
    const first = await chen.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })
    expect(first.value).toMatchObject({ status: 'offered', version: 2 })
    const stale = await zhou.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })
    expect(stale.error.code).toBe('request.changed')
    const command = commandId()
    const second = await zhou.call(leaseRoutes.signLease, { commandId: command, leaseId, version: 2 })
    expect(second.value).toMatchObject({ status: 'signed', version: 3 })
    const again = await zhou.call(leaseRoutes.signLease, { commandId: command, leaseId, version: 2 })
    expect(again.value).toMatchObject({ status: 'signed', version: 3 })
    expect(new Set(second.value.signatures.map((signature) => signature.textHash)).size).toBe(1)
    expect((await request(town.base, listingRoutes.searchListings, { region: ZHANGJIANG })).value.items).toEqual([])
    expect((await request(town.base, listingRoutes.readListing, { listingId })).error.code).toBe('listing.not_found')
    const board = await chen.call(dwellingRoutes.readBoard, { dwellingId })
    expect(board.value.units.find((unit) => unit.unit.kind === 'room' && unit.unit.roomNo === 'A')).toMatchObject({
      state: 'let',
      leaseId,
      until: '2027-11-30',
    })
  })

  it('4 · the law is asked before the filing; the clerk of the town alone sees it, returns it, approves it', async () => {
    const crowded = await zhou.call(filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId,
      filingId,
      occupants: [
        ...occupants(1),
        {
          ...occupants(1)[1]!,
          name: '张三',
          identityNumber: citizenNumber(778),
          relation: 'other',
          supportRelation: false,
        },
      ],
      declarations,
    })
    expect(crowded.error.code).toBe('filing.blocked')
    expect(crowded.error.rules?.map((rule) => rule.ruleId)).toEqual(['SH-OCC-02', 'SH-OCC-04'])
    for (const rule of crowded.error.rules ?? []) expect(rule.source.length * rule.message.length).toBeGreaterThan(0)

    const filed = await zhou.call(filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId,
      filingId,
      occupants: occupants(1),
      declarations,
    })
    expect(filed.value).toMatchObject({ status: 'submitted', dueOn: '2026-12-21', townCode: ZHANGJIANG })
    expect(filed.value.occupants.map((occupant) => occupant.identityMasked)).toEqual([
      expect.stringMatching(/^310115\*{8}[\dX]{4}$/),
      expect.stringMatching(/\*{8}/),
    ])
    expect(
      (
        await chen.call(filingRoutes.submitFiling, {
          commandId: commandId(),
          leaseId,
          filingId: newId('fil', ZHANGJIANG),
          occupants: occupants(),
          declarations,
        })
      ).error.code,
    ).toBe('filing.exists')

    expect(
      (await clerk.call(filingRoutes.listQueue, { regionCode: ZHANGJIANG })).value.items.map((card) => card.id),
    ).toEqual([filingId])
    expect((await otherClerk.call(filingRoutes.listQueue, { regionCode: ZHANGJIANG })).error.code).toBe('access.region')
    expect((await otherClerk.call(filingRoutes.listQueue, { regionCode: TANG })).value.items).toEqual([])
    expect((await otherClerk.call(filingRoutes.readFiling, { filingId })).error.code).toBe('filing.not_found')
    expect(
      (await otherClerk.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })).error.code,
    ).toBe('filing.not_found')

    expect(
      (await clerk.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 1 })).error.code,
    ).toBe('filing.not_in_review')
    await clerk
      .call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
      .then((answer) => expect(answer.value.status).toBe('in_review'))
    const returned = await clerk.call(filingRoutes.returnFiling, {
      commandId: commandId(),
      filingId,
      version: 2,
      reasons: [{ code: 'RELATION', explanation: '请补填子女迁入日期' }],
    })
    expect(returned.value.status).toBe('supplement')
    expect((await zhou.call(filingRoutes.readFiling, { filingId })).value.reasons).toEqual([
      { code: 'RELATION', explanation: '请补填子女迁入日期' },
    ])
    expect((await chen.call(filingRoutes.readFiling, { filingId })).value.status).toBe('supplement')
    await zhou
      .call(filingRoutes.resubmitFiling, {
        commandId: commandId(),
        filingId,
        version: 3,
        occupants: occupants(1),
        declarations,
      })
      .then((answer) => expect(answer.value.status).toBe('in_review'))
    const approved = await clerk.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 4 })
    expect(approved.value).toMatchObject({ status: 'approved', decidedBy: clerk.id })
    for (const party of [zhou, chen])
      expect((await party.call(filingRoutes.listMyFilings, {})).value.items).toMatchObject([
        { id: filingId, status: 'approved' },
      ])
    expect((await chen.call(leaseRoutes.readLease, { leaseId })).value.filingId).toBe(filingId)
  })

  it('5 · deposit and first rent are booked: income is right, the deposit is owed, the book balances', async () => {
    const billId = await firstBill(town, leaseId)
    const paid = (amountFen: number) => ({
      commandId: commandId(),
      billId,
      paymentId: newId('ent'),
      amountFen,
      receivedOn: '2026-11-20',
      method: 'wechat' as const,
    })
    const [deposit, rent] = [paid(320_000), paid(960_000)]
    expect((await chen.call(billRoutes.recordPayment, deposit)).value.status).toBe('partly_paid')
    expect((await chen.call(ledgerRoutes.readEntry, { entryId: deposit.paymentId })).value).toMatchObject({
      event: 'deposit_taken',
      billId,
      postings: [{ debit: 'cash', credit: 'deposit_held', amountFen: 320_000, on: '2026-11-20' }],
    })
    expect((await chen.call(billRoutes.recordPayment, rent)).value.status).toBe('paid')
    expect((await chen.call(billRoutes.recordPayment, rent)).value.paidFen).toBe(1_280_000)
    expect((await zhou.call(billRoutes.recordPayment, paid(960_000))).error.code).toBe('access.role')
    expect((await chen.call(billRoutes.recordPayment, paid(1))).error.code).toBe('bill.settled')
    const book = (await chen.call(ledgerRoutes.readBook, {})).value
    expect(book).toMatchObject({
      month: '2026-11',
      results: { cash: { incomeFen: 960_000, costFen: 0 }, accrual: { incomeFen: 0, costFen: 0 } },
      depositsHeldFen: 320_000,
      cashFen: 1_280_000,
      inFen: 1_280_000,
      balanced: true,
    })
    const wrong = {
      commandId: commandId(),
      entryId: newId('ent'),
      leaseId,
      event: 'other_income' as const,
      amountFen: 1,
      on: '2026-11-20',
      method: 'cash' as const,
    }
    await chen.call(ledgerRoutes.recordEntry, wrong).then((answer) => answer.value)
    await chen
      .call(ledgerRoutes.reverseEntry, { commandId: commandId(), entryId: wrong.entryId, reversalId: newId('ent') })
      .then((answer) => answer.value)
    expect(
      (
        await chen.call(ledgerRoutes.reverseEntry, {
          commandId: commandId(),
          entryId: wrong.entryId,
          reversalId: newId('ent'),
        })
      ).error.code,
    ).toBe('ledger.already_reversed')
    expect((await chen.call(ledgerRoutes.readBook, {})).value).toMatchObject({
      results: { cash: { incomeFen: 960_000 } },
      balanced: true,
    })
    expect((await chen.call(ledgerRoutes.listEntries, {})).value.items).toHaveLength(5)
  })

  it('keeps the secrets: no document number or phone stands in the database or the logs', async () => {
    const numbers = [...[chen, zhou, clerk, otherClerk].map((citizen) => citizen.identityNumber), childNumber]
    expect(await searchForSecrets(town, numbers)).toEqual([])
  })
})
