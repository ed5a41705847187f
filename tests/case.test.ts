import { settleDay } from '@anju/functions/daily'
import { streamOver } from '@anju/functions/stream'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { caseRoutes } from '@anju/shared/filing/case.routes'
import type { FilingDetails } from '@anju/shared/filing/details'
import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingType } from '@anju/shared/filing/states'
import type { FilingId, LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '../tools/database'
import { declarations, occupantsOf, offeredLease, signedByBoth } from './let-home'
import { active, amending, handedOver, on, signed, today } from './tenancy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const DETAILS: FilingDetails = {
  titleKind: 'real_estate',
  titleNo: '沪(2020)浦字不动产权第012345号',
  ownerNames: ['陈敏'],
  buildingAreaSquareMetres: 62.5,
  layout: { bedrooms: 2, livingRooms: 1, bathrooms: 1, kitchens: 1 },
  mortgaged: false,
  lessorKind: 'owner',
}

describe('a filing case', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let clerk: Citizen

  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
  })
  afterAll(() => town.close())

  const house = () => ({ town, holder, tenant })
  const at = ({ id, version }: FilingView) => ({ commandId: commandId(), filingId: id as FilingId, version })
  const start = async (who: Citizen, leaseId: string, type: FilingType = 'new') =>
    who.call(caseRoutes.startFiling, {
      commandId: commandId(),
      leaseId: leaseId as LeaseId,
      filingId: newId('fil', ZHANGJIANG),
      type,
    })
  const filled = async (who: Citizen, draft: FilingView) =>
    (await who.call(caseRoutes.fillFiling, { ...at(draft), details: DETAILS, occupants: occupantsOf(tenant) })).value
  const sent = async (who: Citizen, draft: FilingView) =>
    (await who.call(caseRoutes.sendFiling, { ...at(draft), declarations })).value
  const submitted = async (leaseId: string) => sent(tenant, await filled(tenant, (await start(tenant, leaseId)).value))
  const taken = async (filing: FilingView) => (await clerk.call(filingRoutes.takeFiling, at(filing))).value
  const approved = async (filing: FilingView) =>
    (await clerk.call(filingRoutes.approveFiling, at(await taken(filing)))).value
  const read = async (filing: Pick<FilingView, 'id'>) =>
    (await holder.call(filingRoutes.readFiling, { filingId: filing.id as FilingId })).value
  const morning = (day: string) => settleDay(town.world, `${day}T00:05:00.000Z`, [ZHANGJIANG.slice(0, 6)])

  it('is begun with what the lease and the home say, and is seen by nobody else while it is a draft', async () => {
    const lease = await signed(house())
    const draft = (await start(holder, lease.id)).value
    expect(draft).toMatchObject({
      status: 'draft',
      type: 'new',
      initiatorRole: 'lessor',
      startOn: lease.startOn,
      details: { layout: { bedrooms: 2 } },
    })
    for (const other of [tenant, clerk])
      expect((await other.call(filingRoutes.readFiling, { filingId: draft.id as FilingId })).error.code).toBe(
        'filing.not_found',
      )
    const refused = await holder.call(caseRoutes.sendFiling, { ...at(draft), declarations })
    expect(refused.error.fields?.map(({ path }) => path)).toEqual([
      'details.lessorKind',
      'details.titleNo',
      'details.ownerNames',
      'details.buildingAreaSquareMetres',
      'details.mortgaged',
      'occupants',
    ])
  })

  it('keeps a number that was typed once, and never shows it', async () => {
    const draft = await filled(tenant, (await start(tenant, (await signed(house())).id)).value)
    const [occupant] = draft.occupants
    const { identityNumber: _typed, ...rest } = occupantsOf(tenant)[0]!
    const again = await tenant.call(caseRoutes.fillFiling, {
      ...at(draft),
      details: DETAILS,
      occupants: [{ ...rest, identityMasked: occupant!.identityMasked }],
    })
    expect(again.value.occupants).toEqual(draft.occupants)
    const strange = await tenant.call(caseRoutes.fillFiling, {
      ...at(again.value),
      details: DETAILS,
      occupants: [{ ...rest, name: '别的人', identityMasked: occupant!.identityMasked }],
    })
    expect(strange.error).toMatchObject({ fields: [{ path: 'occupants.0.identityNumber' }] })
    expect(JSON.stringify(again.value)).not.toContain(tenant.identityNumber)
  })

  it('begun by the lessor it waits for the tenant, who hands it back or confirms; then the desk has it', async () => {
    const draft = await filled(holder, (await start(holder, (await signed(house())).id)).value)
    const asked = await sent(holder, draft)
    expect(asked).toMatchObject({ status: 'awaiting_counterparty', parties: [{ side: 'lessor' }, { side: 'lessee' }] })
    expect((await holder.call(caseRoutes.confirmFiling, at(asked))).error.code).toBe('filing.not_counterparty')
    expect((await clerk.call(filingRoutes.readFiling, { filingId: asked.id as FilingId })).error.code).toBe(
      'filing.not_found',
    )
    const back = (await tenant.call(caseRoutes.handBackFiling, { ...at(asked), note: '租金写错了' })).value
    expect(back).toMatchObject({ status: 'draft', handedBack: '租金写错了' })
    const again = await sent(holder, await filled(holder, back))
    const confirmed = (await tenant.call(caseRoutes.confirmFiling, at(again))).value
    expect(confirmed).toMatchObject({ status: 'submitted', confirmedBy: tenant.id, reviewDueOn: expect.any(String) })
    expect((await taken(confirmed)).status).toBe('in_review')
  })

  it('begun by the tenant it needs no consent of the lessor (SH-CON-03)', async () => {
    const filing = await submitted((await signed(house())).id)
    expect(filing).toMatchObject({ status: 'submitted', initiatorRole: 'lessee' })
    expect(await read(filing)).toMatchObject({ id: filing.id })
  })

  it('two certificates never cover one room on one day, whoever registered the home', async () => {
    const lease = await signed(house(), '2026-12-01', '2027-11-30')
    const first = await approved(await submitted(lease.id))
    expect(first).toMatchObject({ status: 'approved', validTo: '2027-11-30' })
    const other = await town.join({ hats: [{ role: 'landlord' }] })
    const home = await sameHome(lease, other)
    const twin = (await start(other, home.id)).value
    const full = await filled(other, twin)
    expect((await other.call(caseRoutes.sendFiling, { ...at(full), declarations })).error.code).toBe('filing.overlap')
  })

  it('of two cases for one room that are approved at once, one is', async () => {
    const lease = await signed(house(), '2026-12-01', '2027-11-30')
    const other = await town.join({ hats: [{ role: 'landlord' }] })
    const twinLease = await sameHome(lease, other)
    const cases = [await submitted(lease.id), await submitted(twinLease.id)]
    const ready = await Promise.all(cases.map(taken))
    const answers = await Promise.all(ready.map((filing) => clerk.call(filingRoutes.approveFiling, at(filing))))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409])
  })

  it('lapses where nobody confirms or supplements in time, and expires with its lease', async () => {
    const asked = await sent(holder, await filled(holder, (await start(holder, (await signed(house())).id)).value))
    const returned = await clerk.call(filingRoutes.returnFiling, {
      ...at(await taken(await submitted((await signed(house())).id))),
      reasons: [{ code: 'TITLE', explanation: '请补产权证' }],
    })
    const short = await approved(await submitted((await signed(house(), '2026-12-01', '2027-02-28')).id))
    for (const [filing, day] of [
      [returned.value, returned.value.supplements[0]!.dueOn],
      [asked, asked.confirmBy!],
      [short, '2027-02-28'],
    ] as const) {
      await morning(day)
      expect((await read(filing)).status).toBe(filing.status)
    }
    await morning('2027-03-20')
    await morning('2027-03-20')
    expect(
      await Promise.all([asked, returned.value, short].map(async (filing) => (await read(filing)).status)),
    ).toEqual(['expired', 'expired', 'expired'])
  })

  it('an amendment opens a change by itself, once, and the change takes the place of what it changes', async () => {
    const lease = await amending(house())
    const first = await approved(await submitted(lease.id))
    void (await tenant.call(tenancyRoutes.confirmAmendment, on(lease))).value
    await stream()
    await stream()
    const mine = (await holder.call(filingRoutes.listMyFilings, { limit: 50 })).value.items
    const drafts = mine.filter((card) => card.leaseId === lease.id && card.status === 'draft')
    expect(drafts).toMatchObject([{ type: 'change' }])
    const draft = await read(drafts[0]!)
    expect(draft).toMatchObject({ precedingId: first.id, details: DETAILS, occupants: [{ name: tenant.name }] })
    const asked = await sent(holder, draft)
    const changed = await approved((await tenant.call(caseRoutes.confirmFiling, at(asked))).value)
    expect(await read(first)).toMatchObject({ status: 'changed', succeededBy: changed.id })
    const after = (await tenant.call(leaseRoutes.readLease, { leaseId: lease.id as LeaseId })).value
    expect(after.filingId).toBe(changed.id)
  })

  it('the end of a lease opens a cancellation, which ends the filing and frees the room', async () => {
    const lease = await active(house())
    const filing = await approved(await submitted(lease.id))
    const leaving = { ground: 'breach' as const, lastOn: today(house()), reason: '房屋漏水' }
    const noticed = (await tenant.call(tenancyRoutes.giveNotice, { ...on(lease), ...leaving })).value
    void (await handedOver(house(), noticed, 130))
    await stream()
    const mine = (await holder.call(filingRoutes.listMyFilings, { limit: 50 })).value.items
    const draft = await read(mine.find((card) => card.leaseId === lease.id && card.status === 'draft')!)
    expect(draft).toMatchObject({ type: 'cancellation', precedingId: filing.id })
    const asked = await sent(holder, draft)
    const done = await approved((await tenant.call(caseRoutes.confirmFiling, at(asked))).value)
    expect(done.validTo).toBeUndefined()
    expect(await read(filing)).toMatchObject({ status: 'cancelled', succeededBy: done.id })
    const after = (await tenant.call(leaseRoutes.readLease, { leaseId: lease.id as LeaseId })).value
    expect(after.filingId).toBeUndefined()
    expect((await start(tenant, lease.id, 'change')).error.code).toBe('filing.no_preceding')
  })

  /** The same home and term, registered and let by somebody else to the same tenant. */
  async function sameHome(lease: Lease, other: Citizen): Promise<Lease> {
    const home = (await holder.call(dwellingRoutes.readDwelling, { dwellingId: lease.dwellingId })).value
    const { address, communityName, certificateBedrooms, rooms } = home
    const [dwellingId, listingId] = [newId('dwl', ZHANGJIANG), newId('lst', ZHANGJIANG)]
    const facts = { address, communityName, certificateBedrooms, rooms }
    void (await other.call(dwellingRoutes.registerDwelling, { commandId: commandId(), dwellingId, ...facts })).value
    const advert = { title: '朝南主卧', rentFen: 320_000, payCycle: { depositMonths: 1, rentMonths: 3 } } as const
    const unit = { kind: 'whole' } as const
    void (
      await other.call(listingRoutes.publishListing, { commandId: commandId(), dwellingId, listingId, unit, ...advert })
    ).value
    const { leaseId } = await offeredLease(other, tenant, { dwellingId, listingId })
    await signedByBoth(other, tenant, leaseId)
    return (await other.call(leaseRoutes.readLease, { leaseId })).value as Lease
  }

  async function stream() {
    const client = clientAt(town.database.endpoint)
    const { Items = [] } = await client.send(new ScanCommand({ TableName: town.tables.journal }))
    client.destroy()
    const records = Items.map((image, index) => ({
      eventName: 'INSERT',
      dynamodb: { NewImage: image, SequenceNumber: String(index) },
    }))
    const handle = streamOver(() => town.world)
    expect(await handle({ Records: records } as unknown as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] })
  }
})
