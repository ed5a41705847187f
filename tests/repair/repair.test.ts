import { settleDay } from '@anju/functions/daily'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays, type Day } from '@anju/shared/day'
import type { LeaseId, UserId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { minutesAfter } from '@anju/shared/repair/parameters'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { advertisedHome, firstBill } from '../let-home'
import { searchForSecrets } from '../secrecy'
import { active, type Household } from '../tenancy'
import { type Citizen, commandId, newId, openTown, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import { changing, reported } from './reported'

const MORNING = '2026-11-23T02:00:00.000Z'
const TODAY: Day = '2026-11-23'
const PHONE = '13916000123'

describe('a repair, over HTTP', () => {
  let house: Household
  let leaseId: LeaseId
  let dwellingId: Awaited<ReturnType<typeof advertisedHome>>['dwellingId']
  let keeper: Citizen
  let worker: Citizen

  beforeAll(async () => {
    const town = await openTown()
    town.wechat.push.url = `${town.base}/api/wechat/push`
    town.setNow('2026-11-20T02:00:00.000Z')
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    house = { town, holder, tenant: await town.join({ name: '林小满' }) }
    const lease = await active(house, '2026-11-01', '2027-10-31')
    leaseId = lease.id
    dwellingId = lease.dwellingId
    keeper = (await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })).actingFor(holder.id)
    worker = await town.join({ name: '老周' })
    town.setNow(MORNING)
  })
  afterAll(async () => {
    const { town } = house
    const { faults } = await audit(town.database.endpoint, town.tables)
    const leaks = await searchForSecrets(town, [PHONE])
    await town.close()
    expect([faults, leaks]).toEqual([[], []])
  })
  const at = (instant: string) => house.town.setNow(instant)
  const run = (instant: string) => {
    at(instant)
    return settleDay(house.town.world, instant, ['310115'])
  }
  const read = async (who: Citizen, { id }: Pick<RepairView, 'id'>) =>
    (await who.call(repairRoutes.readRepair, { repairId: id })).value
  const accept = async (repair: RepairView, who = house.holder) =>
    (await who.call(repairRoutes.acceptRepair, changing(repair))).value
  const toOutside = async (repair: RepairView, visitAt?: string) =>
    (
      await house.holder.call(repairRoutes.assignRepair, {
        ...changing(repair),
        worker: { kind: 'outside', name: '老周维修', phone: PHONE },
        ...(visitAt && { visitAt }),
      })
    ).value
  const take = (repair: RepairView, who = worker, code = repair.code as string) =>
    who.call(workRoutes.takeRepair, { repairId: repair.id, code })
  const listed = async (who: Citizen, side: 'lessor' | 'lessee' | 'worker', tab: 'open' | 'over' = 'open') =>
    (await who.call(repairRoutes.listRepairs, { side, tab, limit: 50 })).value.items.map(({ id }) => id)

  /** From the report to the moment in which somebody is there. */
  async function underWork(told: Parameters<typeof reported>[2] = {}): Promise<RepairView> {
    const visitAt = minutesAfter(house.town.world.now(), 60)
    const assigned = await toOutside(await reported(house.tenant, leaseId, told), visitAt)
    const agreed = await house.tenant.call(repairRoutes.arrangeVisit, { ...changing(assigned), at: visitAt })
    const taken = (await take({ ...assigned, version: agreed.value.version })).value
    return (await worker.call(workRoutes.arriveForRepair, changing(taken))).value
  }
  const finished = async (repair: RepairView, costFen: number) =>
    (await worker.call(workRoutes.finishRepair, { ...changing(repair), note: '已疏通', costFen })).value
  const quoting = (fault: 'wear' | 'lessee', amountFen: number) => ({ fault, amountFen, finding: '弯管处油污堵塞' })

  it('wear: reported with a picture, answered, a stranger with a code repairs it, the lessor pays, rated', async () => {
    const { holder, tenant } = house
    const photo = await addPicture(tenant, leaseId, 'repair')
    await house.town.wechat.told()
    const made = await reported(tenant, leaseId, { pictureIds: [photo.id] })
    expect([made.priority, made.status, made.answerBy, made.side]).toEqual([
      'P2',
      'reported',
      '2026-11-23T06:00:00.000Z',
      'lessee',
    ])
    const seen = await read(holder, made)
    expect(seen.pictures.map(({ id }) => id)).toEqual([photo.id])
    expect((await fetch(seen.pictures[0]?.url as string)).status).toBe(200)
    const accepted = await accept(seen, keeper)
    expect([accepted.status, accepted.answeredAt]).toEqual(['accepted', MORNING])

    const visitAt = '2026-11-23T06:00:00.000Z'
    const assigned = await toOutside(accepted, visitAt)
    expect(assigned.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect((await read(tenant, made)).code).toBeUndefined()
    expect((await read(tenant, made)).worker).toMatchObject({ name: '老周维修', phone: PHONE, taken: false })
    expect((await worker.call(repairRoutes.readRepair, { repairId: made.id })).error.code).toBe('repair.not_found')
    expect((await take(assigned, worker, 'ZZZZZZZZ')).error.code).toBe('repair.code')
    const taken = (await take(assigned)).value
    expect([taken.side, taken.code, (await listed(worker, 'worker')).includes(made.id)]).toEqual([
      'worker',
      undefined,
      true,
    ])
    const late = await house.town.join()
    expect((await take(assigned, late)).error.code).toBe('repair.taken')

    const before = await worker.call(workRoutes.arriveForRepair, changing(taken))
    expect([before.error.code, before.error.rules?.[0]?.ruleId]).toEqual(['repair.visit_first', 'N-05'])
    const agreed = await tenant.call(repairRoutes.arrangeVisit, { ...changing(taken), at: visitAt })
    expect(agreed.value.visit).toMatchObject({ at: visitAt, agreedAt: MORNING })
    const working = (await worker.call(workRoutes.arriveForRepair, changing(agreed.value))).value
    const quoted = (await worker.call(workRoutes.quoteRepair, { ...changing(working), ...quoting('wear', 60_000) }))
      .value
    expect([quoted.status, (await read(holder, made)).mayAgree, (await read(keeper, made)).mayAgree]).toEqual([
      'quoted',
      true,
      false,
    ])
    const yes = { agreed: true }
    const above = await keeper.call(repairRoutes.answerQuote, { ...changing(quoted), ...yes })
    expect(above.error.code).toBe('repair.above_you')
    expect((await tenant.call(repairRoutes.answerQuote, { ...changing(quoted), ...yes })).error.code).toBe(
      'access.role',
    )
    const go = (await holder.call(repairRoutes.answerQuote, { ...changing(quoted), ...yes })).value
    expect([go.status, go.quotes[0]?.status]).toEqual(['working', 'agreed'])

    const proof = await addPicture(worker, made.id, 'repair')
    const over = { ...changing(go), note: '换了弯管', pictureIds: [proof.id], costFen: 60_001 }
    expect((await worker.call(workRoutes.finishRepair, over)).error.code).toBe('repair.over_quote')
    const ended = { ...changing(go), note: '换了弯管', pictureIds: [proof.id], costFen: 58_000 }
    const done = (await worker.call(workRoutes.finishRepair, ended)).value
    expect([done.status, done.confirmBy]).toEqual(['done', '2026-11-30T02:00:00.000Z'])
    const closed = (await tenant.call(repairRoutes.confirmRepair, { ...changing(done), fixed: true })).value
    expect(closed.worker).toMatchObject({ phoneMasked: '139****0123' })
    expect(closed.worker).not.toHaveProperty('phone')
    expect((await worker.call(repairRoutes.readRepair, { repairId: made.id })).error.code).toBe('repair.not_found')
    const rating = { stars: 5, comment: '很快' }
    const rated = (await tenant.call(repairRoutes.rateRepair, { ...changing(closed), ...rating })).value
    expect(rated.rating).toMatchObject(rating)
    expect((await tenant.call(repairRoutes.rateRepair, { ...changing(rated), stars: 1 })).error.code).toBe(
      'repair.rated',
    )

    const entryId = newId('ent')
    const paid = { entryId, amountFen: 58_000, paidOn: TODAY, method: 'wechat' as const }
    const booked = (await holder.call(repairRoutes.bookRepairCost, { ...changing(rated), ...paid })).value
    expect(booked.cost).toMatchObject({ payer: 'lessor', entryId })
    expect((await holder.call(ledgerRoutes.readEntry, { entryId })).value).toMatchObject({
      event: 'repair_paid',
      dwellingId,
      leaseId,
      postings: [{ debit: 'repair', credit: 'cash', amountFen: 58_000, on: TODAY }],
    })
    const twice = await holder.call(repairRoutes.bookRepairCost, {
      ...changing(booked),
      ...paid,
      entryId: newId('ent'),
    })
    expect(twice.error.code).toBe('repair.booked')
    expect([await listed(tenant, 'lessee', 'over'), await listed(holder, 'lessor', 'over')]).toEqual([
      [made.id],
      [made.id],
    ])
    expect(booked.steps.map(({ what, side }) => `${side} ${what}`)).toEqual([
      'lessee report',
      'lessor accept',
      'lessor assign',
      'worker take',
      'lessee agreeVisit',
      'worker arrive',
      'worker quote',
      'lessor agreeQuote',
      'worker finish',
      'lessee confirm',
      'lessee rate',
      'lessor bookCost',
    ])
  })

  it('fault: the lessee pays what they agreed to, by a bill; the cost of the home is nought', async () => {
    const { holder, tenant } = house
    const working = await underWork()
    const asked = (await holder.call(workRoutes.quoteRepair, { ...changing(working), ...quoting('lessee', 20_000) }))
      .value
    expect([asked.status, asked.mayAgree]).toEqual(['quoted', false])
    const forced = await holder.call(repairRoutes.answerQuote, { ...changing(asked), agreed: true })
    expect(forced.error.code).toBe('access.role')
    const agreed = (await tenant.call(repairRoutes.answerQuote, { ...changing(asked), agreed: true })).value
    const done = await finished(agreed, 20_000)
    const closed = (await tenant.call(repairRoutes.confirmRepair, { ...changing(done), fixed: true })).value
    const [entryId, billId] = [newId('ent'), newId('bil', ZHANGJIANG)]
    const paid = { entryId, amountFen: 20_000, paidOn: TODAY, method: 'cash' as const }
    const unasked = await holder.call(repairRoutes.bookRepairCost, { ...changing(closed), ...paid })
    expect(unasked.error.fields?.[0]?.path).toBe('billId')
    const sent = { ...changing(closed), ...paid, billId, dueOn: addDays(TODAY, 7) }
    const answers = await Promise.all([1, 2, 3].map(() => holder.call(repairRoutes.bookRepairCost, sent)))
    for (const answer of answers) expect([200, 409, 503]).toContain(answer.status)
    expect((await holder.call(repairRoutes.bookRepairCost, sent)).value.cost).toMatchObject({ payer: 'lessee', billId })
    const bill = (await tenant.call(billRoutes.readBill, { billId })).value
    expect([bill.amountFen, bill.lines.map(({ kind }) => kind), bill.dueOn]).toEqual([20_000, ['repair'], '2026-11-30'])
    const received = { paymentId: newId('ent'), amountFen: 20_000, receivedOn: TODAY, method: 'wechat' as const }
    const settled = await holder.call(billRoutes.recordPayment, { commandId: commandId(), billId, ...received })
    expect(settled.value.status).toBe('paid')
    const entries = (await holder.call(ledgerRoutes.listEntries, { leaseId, limit: 50 })).value.items
    const passed = entries.find(({ event }) => event === 'repair_passed_on')
    expect(passed).toMatchObject({
      billId,
      postings: [{ debit: 'fee_receivable', credit: 'repair', amountFen: 20_000 }],
    })
  })

  it('a lessee who does not agree does not pay', async () => {
    const { holder, tenant } = house
    const working = await underWork()
    const asked = (await worker.call(workRoutes.quoteRepair, { ...changing(working), ...quoting('lessee', 20_000) }))
      .value
    const no = { ...changing(asked), agreed: false, answer: '不是我弄的' }
    const refused = (await tenant.call(repairRoutes.answerQuote, no)).value
    expect([refused.status, refused.quotes[0]?.answer]).toEqual(['working', '不是我弄的'])
    const closed = await tenant.call(repairRoutes.confirmRepair, {
      ...changing(await finished(refused, 20_000)),
      fixed: true,
    })
    const paid = { entryId: newId('ent'), amountFen: 20_000, paidOn: TODAY, method: 'cash' as const }
    const asBill = { ...changing(closed.value), ...paid, billId: newId('bil', ZHANGJIANG) }
    const booked = (await holder.call(repairRoutes.bookRepairCost, asBill)).value
    expect([booked.cost?.payer, booked.cost?.billId]).toEqual(['lessor', undefined])
  })

  it('nobody answers: told late once, the tenant repairs, and is paid back or pays less rent', async () => {
    const { holder, tenant } = house
    at(MORNING)
    const made = await reported(tenant, leaseId)
    const { id: pictureId } = await addPicture(tenant, leaseId, 'repair')
    await house.town.wechat.told()
    const receipt = (await tenant.call(pictureRoutes.readPicture, { pictureId })).value
    const claiming = { amountFen: 18_000, paidOn: TODAY, note: '自己请人疏通', receiptIds: [receipt.id] }
    const early = await tenant.call(repairRoutes.claimSelfRepair, { ...changing(made), ...claiming })
    expect([early.error.code, early.error.rules?.[0]?.ruleId]).toEqual(['repair.still_in_time', 'N-29'])

    await run('2026-11-23T05:59:00.000Z')
    expect((await read(tenant, made)).answerLateAt).toBeUndefined()
    await run('2026-11-23T06:00:00.000Z')
    await run('2026-11-23T07:00:00.000Z')
    const late = await read(tenant, made)
    expect([late.answerLateAt, late.mayClaim, late.version]).toEqual(['2026-11-23T06:00:00.000Z', true, 2])
    const asHolder = await holder.call(repairRoutes.claimSelfRepair, { ...changing(late), ...claiming })
    expect(asHolder.error.code).toBe('access.role')
    const claimed = (await tenant.call(repairRoutes.claimSelfRepair, { ...changing(late), ...claiming })).value
    expect(claimed.status).toBe('claimed')
    const removing = { commandId: commandId(), pictureId: receipt.id, version: receipt.version }
    expect((await holder.call(pictureRoutes.removePicture, removing)).error.code).toBe('picture.evidence')

    const no = { ...changing(claimed), agreed: false, entryId: newId('ent') }
    expect((await holder.call(repairRoutes.answerClaim, no)).error.fields?.[0]?.path).toBe('reason')
    const disputed = (
      await holder.call(repairRoutes.answerClaim, { ...no, commandId: commandId(), reason: '票据不清' })
    ).value
    expect(disputed.status).toBe('disputed')
    const entryId = newId('ent')
    const yes = { ...changing(disputed), agreed: true, entryId, settling: 'rent' as const }
    const settled = (await holder.call(repairRoutes.answerClaim, yes)).value
    expect([settled.status, settled.claim?.settledBy]).toEqual(['closed', 'rent'])
    expect((await holder.call(ledgerRoutes.readEntry, { entryId })).value).toMatchObject({
      event: 'repair_set_off',
      voucherId: receipt.id,
      postings: [{ debit: 'repair', credit: 'deferred_rent', amountFen: 18_000 }],
    })
    const billId = await firstBill(house.town, leaseId)
    expect((await tenant.call(billRoutes.readBill, { billId })).value.prepaidFen).toBe(18_000)

    const other = await reported(tenant, leaseId)
    at(minutesAfter(other.answerBy, 1))
    const again = { ...changing(other), ...claiming, paidOn: TODAY }
    const second = (await tenant.call(repairRoutes.claimSelfRepair, again)).value
    const back = { ...changing(second), agreed: true, entryId: newId('ent'), method: 'wechat' as const }
    expect((await holder.call(repairRoutes.answerClaim, back)).value.claim?.settledBy).toBe('cash')
    expect((await holder.call(ledgerRoutes.readEntry, { entryId: back.entryId })).value.event).toBe('repair_paid')
  })

  it('silence after the work is taken for yes; what is not fixed begins anew', async () => {
    at(MORNING)
    const done = await finished(await underWork(), 0)
    const again = { ...changing(done), fixed: false, note: '还是堵' }
    const reopened = (await house.tenant.call(repairRoutes.confirmRepair, again)).value
    expect([reopened.status, reopened.rounds]).toEqual(['accepted', 2])
    await run(minutesAfter(reopened.onSiteBy, 1))
    expect((await read(house.tenant, reopened)).arrivalLateAt).toBeDefined()
    at(MORNING)
    const quiet = await finished(await underWork(), 0)
    await run('2026-11-30T01:00:00.000Z')
    expect((await read(house.tenant, quiet)).status).toBe('done')
    await run('2026-11-30T03:00:00.000Z')
    const closed = await read(house.tenant, quiet)
    expect([closed.status, closed.steps.at(-1)?.side]).toEqual(['closed', 'system'])
    at(MORNING)
  })

  it('the most pressing stands first for the lessor; danger needs no appointment', async () => {
    const { holder, tenant } = house
    const wall = await reported(tenant, leaseId, { trouble: 'cosmetic', description: '墙皮掉了' })
    const gas = await reported(tenant, leaseId, { trouble: 'gas_leak', description: '有燃气味' })
    const order = await listed(holder, 'lessor')
    expect(order.indexOf(gas.id)).toBeLessThan(order.indexOf(wall.id))
    const staff = { kind: 'staff' as const, userId: keeper.id }
    const sent = (await holder.call(repairRoutes.assignRepair, { ...changing(gas), worker: staff })).value
    expect([sent.worker?.taken, sent.code, await listed(keeper, 'worker')]).toEqual([true, undefined, [gas.id]])
    expect((await keeper.call(workRoutes.arriveForRepair, changing(sent))).value.status).toBe('working')
    const nobody = { kind: 'staff' as const, userId: tenant.id as UserId }
    const wrong = await holder.call(repairRoutes.assignRepair, { ...changing(wall), worker: nobody })
    expect(wrong.error.code).toBe('repair.worker')
    const badPhone = { kind: 'outside' as const, name: '老周', phone: '12345' }
    const unread = await holder.call(repairRoutes.assignRepair, { ...changing(wall), worker: badPhone })
    expect(unread.error.fields?.[0]?.path).toBe('worker.phone')
  })

  it('the lessor may report for a home, the tenant withdraw, the lessor decline; notes of both sides stand', async () => {
    const { holder, tenant } = house
    const own = await reported(holder, dwellingId, { trouble: 'appliance', description: '公共洗衣机不转' })
    expect([own.side, own.leaseId]).toEqual(['lessor', undefined])
    expect((await tenant.call(repairRoutes.readRepair, { repairId: own.id })).error.code).toBe('repair.not_found')
    const mine = await reported(tenant, leaseId)
    const picture = await addPicture(tenant, mine.id, 'repair')
    const note = { ...changing(mine), text: '水漫出来了', pictureIds: [picture.id] }
    const noted = (await tenant.call(repairRoutes.addRepairNote, note)).value
    expect(noted.steps.at(-1)).toMatchObject({ what: 'note', text: '水漫出来了' })
    const notMine = await holder.call(repairRoutes.withdrawRepair, changing(noted))
    expect(notMine.error.code).toBe('access.role')
    expect((await tenant.call(repairRoutes.withdrawRepair, changing(noted))).value.status).toBe('withdrawn')
    const other = await reported(tenant, leaseId, { trouble: 'other', description: '想换个沙发' })
    const reason = { ...changing(other), reason: '不属于损坏' }
    expect((await holder.call(repairRoutes.declineRepair, reason)).value.status).toBe('declined')
  })

  it('nobody else reports, reads or handles; pictures are of this home and for this', async () => {
    const stranger = await house.town.join({ hats: [{ role: 'sublandlord' }] })
    const made = await reported(house.tenant, leaseId)
    expect((await stranger.call(repairRoutes.readRepair, { repairId: made.id })).error.code).toBe('repair.not_found')
    expect((await stranger.call(repairRoutes.acceptRepair, changing(made))).error.code).toBe('repair.not_found')
    const asTenant = await house.tenant.call(repairRoutes.acceptRepair, changing(made))
    expect(asTenant.error.code).toBe('access.role')
    const handover = await addPicture(house.holder, leaseId, 'handover')
    const elsewhere = await addPicture(stranger, (await advertisedHome(stranger)).dwellingId, 'repair')
    for (const [id, code] of [
      [handover.id, 'picture.purpose'],
      [elsewhere.id, 'picture.not_found'],
    ] as const) {
      const told = { aboutId: leaseId, trouble: 'other' as const, description: '坏了', pictureIds: [id] }
      const sent = { commandId: commandId(), repairId: newId('rep', ZHANGJIANG), ...told }
      expect((await house.tenant.call(repairRoutes.reportRepair, sent)).error.code).toBe(code)
    }
    const bookkeeper = (await house.town.join({ only: [{ role: 'bookkeeper', holderId: house.holder.id }] })).actingFor(
      house.holder.id,
    )
    const note = { ...changing(made), text: '记一下' }
    expect((await bookkeeper.call(repairRoutes.addRepairNote, note)).error.code).toBe('access.role')
  })
})
