import { settleDay } from '@anju/functions/daily'
import { noticesOfLine } from '@anju/functions/notice/words'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { readRows } from '../faults/rows'
import { advertisedHome, firstBill, offeredLease } from '../let-home'
import { active, type Household, handedOver, list, on, settled, signed, termsOf } from '../tenancy'
import { commandId, newId, openTown, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'

/** The lives of some leases, over HTTP, each on its own days. */
describe('the life of a lease', () => {
  let house: Household
  beforeAll(async () => {
    const town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    house = { town, holder, tenant: await town.join() }
  })
  afterAll(async () => {
    const { faults } = await audit(house.town.database.endpoint, house.town.tables)
    await house.town.close()
    expect(faults).toEqual([])
  })
  const at = (day: string) => house.town.setNow(`${day}T02:00:00.000Z`)
  const morning = async (day: string) => {
    at(day)
    return settleDay(house.town.world, `${day}T00:30:00.000Z`, ['310115'])
  }
  const read = async (lease: Pick<Lease, 'id'>) =>
    (await house.tenant.call(leaseRoutes.readLease, { leaseId: lease.id })).value
  const stateOf = async ({ dwellingId }: Lease) => {
    const { units } = (await house.holder.call(dwellingRoutes.readBoard, { dwellingId })).value
    return units.find(({ unit }) => unit.kind === 'room' && unit.roomNo === 'A')?.state
  }
  const titles = async (who = house.tenant) =>
    (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title)

  it('moved in, left early, settled to the fen, refunded, booked', async () => {
    at('2026-03-01')
    const { holder, tenant } = house
    const made = await signed(house, '2026-03-10', '2027-03-09')
    // Deposit and two quarters at once: the second bill takes what came ahead.
    const paidAtOnce = {
      commandId: commandId(),
      billId: await firstBill(house.town, made.id),
      paymentId: newId('ent'),
      amountFen: 320_000 + 1_920_000,
      receivedOn: '2026-03-01',
      method: 'bank' as const,
      ahead: true,
    }
    void (await holder.call(billRoutes.recordPayment, paidAtOnce)).value
    at('2026-03-10')
    const lived = await handedOver(house, made)
    expect(lived).toMatchObject({ status: 'active', entry: { kind: 'entry', keyCount: 2, confirmedBy: tenant.id } })
    await morning('2026-05-27')
    at('2026-06-25')
    const early = { ground: 'early' as const, lastOn: '2026-07-25', reason: '工作调动' }
    const noticed = (await tenant.call(tenancyRoutes.giveNotice, { ...on(lived), ...early })).value
    expect(noticed.ending).toMatchObject({ by: tenant.id, penaltyFen: 0, lastOn: '2026-07-25' })
    at('2026-07-25')
    const back = await handedOver(house, noticed, 138.2)
    expect(back).toMatchObject({ status: 'ended', exit: { handedOn: '2026-07-25' } })
    expect((await holder.call(tenancyRoutes.readSettlementFacts, { leaseId: back.id })).value).toMatchObject({
      heldDepositFen: 320_000,
      paidRentFen: 1_920_000,
      fees: [],
    })

    const facts = {
      paidRentFen: 1_920_000,
      heldDepositFen: 320_000,
      fees: [{ kind: 'water' as const, amountFen: 7_169 }],
    }
    const unlisted = { ...facts, deductions: [{ ground: '墙面发黄', amountFen: 10_000 }] }
    expect((await holder.call(tenancyRoutes.proposeSettlement, { ...on(back), ...unlisted })).error).toMatchObject({
      code: 'lease.deduction_unlisted',
      rules: [{ ruleId: 'N-06' }],
    })
    const drawn = (await holder.call(tenancyRoutes.proposeSettlement, { ...on(back), ...facts, deductions: [] })).value
    // 3,200 a month: one month and 16 days of 31 of the second quarter are used.
    expect(drawn.settlement).toMatchObject({ lastOn: '2026-07-25', totalFen: 474_839 + 320_000 - 7_169 })
    expect((await holder.call(tenancyRoutes.confirmSettlement, on(drawn))).error.code).toBe('lease.own_proposal')
    const done = (await tenant.call(tenancyRoutes.confirmSettlement, on(drawn))).value
    expect(done).toMatchObject({ status: 'settled', settlement: { refundDueOn: '2026-08-01' } })

    for (const day of ['2026-07-29', '2026-08-01']) await morning(day)
    expect((await titles(holder)).filter((title) => title === '请在 2026-08-01 前退还结算款')).toHaveLength(2)
    const { id: voucherId } = await addPicture(holder, done.id, 'voucher')
    const { id: elsewhere } = await addPicture(holder, done.dwellingId, 'voucher')
    const refunded = { ...on(done), paidOn: '2026-08-01' }
    const foreign = await holder.call(tenancyRoutes.recordRefund, { ...refunded, voucherId: elsewhere })
    expect(foreign.error.code).toBe('picture.not_found')
    const paid = (await holder.call(tenancyRoutes.recordRefund, { ...refunded, voucherId })).value
    expect(paid.refund).toMatchObject({ amountFen: 787_670, paidOn: '2026-08-01', voucherId })
    expect((await tenant.call(pictureRoutes.readPicture, { pictureId: voucherId })).status).toBe(200)
    expect((await holder.call(tenancyRoutes.recordRefund, { ...on(paid), paidOn: '2026-08-01' })).error.code).toBe(
      'lease.refunded',
    )
    const book = (await holder.call(ledgerRoutes.readBook, { month: '2026-08' })).value
    expect(book).toMatchObject({ depositsHeldFen: 0, cashFen: 320_000 + 1_920_000 - 787_670, balanced: true })
    await morning('2026-08-02')
    expect(await titles(holder)).not.toContain('结算款已过约定日期，请尽快退还并记录')
  })

  it('an empty room is let again from the day after, and not a day before', async () => {
    at('2026-11-01')
    const { holder } = house
    const home = await advertisedHome(holder)
    const lived = await (async () => {
      const { leaseId } = await offeredLease(holder, house.tenant, home, '2026-10-01', '2027-09-30')
      const first = { commandId: commandId(), leaseId, version: 1 }
      void (await holder.call(leaseRoutes.signLease, first)).value
      return handedOver(
        house,
        (await house.tenant.call(leaseRoutes.signLease, { ...first, commandId: commandId(), version: 2 })).value,
      )
    })()
    const other = await house.town.join()
    const facts = { ground: 'breach' as const, lastOn: '2026-11-15', reason: '房屋漏水' }
    const noticed = (await house.tenant.call(tenancyRoutes.giveNotice, { ...on(lived), ...facts })).value
    at('2026-11-10')
    await handedOver(house, noticed, 121)
    const listing = {
      commandId: commandId(),
      dwellingId: home.dwellingId,
      listingId: newId('lst', ZHANGJIANG),
      unit: { kind: 'room' as const, roomNo: 'A' },
      title: '朝南主卧',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
    }
    at('2026-11-11')
    void (await holder.call(listingRoutes.publishListing, listing)).value
    const again = { dwellingId: home.dwellingId, listingId: listing.listingId }
    const sign = async (who: typeof other, startOn: string) => {
      const { leaseId } = await offeredLease(holder, who, again, startOn, '2027-09-30').catch(() => ({
        leaseId: undefined,
      }))
      if (!leaseId) return 'lease.unit_taken'
      void (await holder.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })).value
      return (await who.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 2 })).status
    }
    expect(await sign(other, '2026-11-10')).toBe('lease.unit_taken')
    expect(await sign(await house.town.join(), '2026-11-11')).toBe(200)
  })

  it('holds over the day after expiry, keeps the space, and ends with a notice', async () => {
    at('2026-10-01')
    const lived = await active(house, '2026-10-01', '2026-10-31')
    const [first, again] = [await morning('2026-11-01'), await morning('2026-11-01')]
    expect([first.failed, again.settled]).toEqual([0, 0])
    const over = await read(lived)
    expect(over).toMatchObject({ status: 'holdover', heldOverFrom: '2026-11-01' })
    expect(await stateOf(over)).toBe('held_over')
    at('2026-12-01')
    expect(await stateOf(over)).toBe('held_over')
    const facts = { ground: 'expiry' as const, lastOn: '2026-12-10', reason: '另有住处' }
    const noticed = (await house.tenant.call(tenancyRoutes.giveNotice, { ...on(over), ...facts })).value
    at('2026-12-10')
    await handedOver(house, noticed, 200)
    expect(await stateOf(over)).toBe('notice')
    at('2026-12-11')
    expect(await stateOf(over)).toBe('vacant')
  })

  it('who never moved in is done when the term is over', async () => {
    at('2026-10-01')
    const made = await signed(house, '2026-10-01', '2026-10-31')
    await morning('2026-11-02')
    expect((await read(made)).status).toBe('ended')
  })

  it('is renewed by the same tenant: the next lease takes over when the term ends', async () => {
    at('2026-10-01')
    const lived = await active(house, '2026-10-01', '2026-10-31')
    const renewalId = newId('lea', ZHANGJIANG)
    const terms = { ...termsOf(lived), startOn: '2026-11-01', endOn: '2027-10-31', rentFen: 330_000 }
    const renewal = { commandId: commandId(), leaseId: lived.id, renewalId, ...terms }
    expect((await house.holder.call(tenancyRoutes.renewLease, { ...renewal, startOn: '2026-11-02' })).error.code).toBe(
      'lease.renewal_start',
    )
    const offered = (await house.holder.call(tenancyRoutes.renewLease, { ...renewal, commandId: commandId() })).value
    expect(offered).toMatchObject({ status: 'offered', renews: lived.id, lesseeId: house.tenant.id })
    void (await house.holder.call(leaseRoutes.signLease, on(offered))).value
    const both = (await house.tenant.call(leaseRoutes.signLease, { ...on(offered), version: 2 })).value
    expect(both.status).toBe('signed')
    expect(await read(lived)).toMatchObject({ status: 'active', renewedBy: renewalId })
    await morning('2026-11-01')
    expect((await read(lived)).status).toBe('renewed')
    expect(await read(both)).toMatchObject({ status: 'active', entry: { keyCount: 2 } })
  })

  it.each([
    ['when the term ends', '2025-10-31', 'signed', ['2025-11-01', '2025-11-01']],
    ['while it is held over, back to the day after expiry', '2025-11-05', 'active', ['2025-11-05', '2025-11-06']],
  ])(
    'is renewed %s, and its deposit goes along: held for the renewal, no cash moved',
    async (_when, renewedOn, status, mornings) => {
      const own = await house.town.join({ hats: [{ role: 'sublandlord' }] })
      at('2025-10-01')
      const ours = { ...house, holder: own }
      const made = await signed(ours, '2025-10-01', '2025-10-31')
      const paid = {
        commandId: commandId(),
        billId: await firstBill(house.town, made.id),
        paymentId: newId('ent'),
        amountFen: 320_000 + 320_000,
        receivedOn: '2025-10-01',
        method: 'bank' as const,
      }
      void (await own.call(billRoutes.recordPayment, paid)).value
      const lived = await handedOver(ours, made)
      await morning(renewedOn)
      const renewalId = newId('lea', ZHANGJIANG)
      const terms = { ...termsOf(lived), startOn: '2025-11-01', endOn: '2026-10-31' }
      const renewal = { commandId: commandId(), leaseId: lived.id, renewalId, ...terms }
      const offered = (await own.call(tenancyRoutes.renewLease, renewal)).value
      void (await own.call(leaseRoutes.signLease, on(offered))).value
      const book = async () => (await own.call(ledgerRoutes.readBook, { month: '2025-11' })).value
      const held = async (leaseId: Lease['id']) =>
        (await own.call(tenancyRoutes.readSettlementFacts, { leaseId })).value.heldDepositFen
      const before = await book()
      expect([await held(lived.id), before.depositsHeldFen, before.cashFen]).toEqual([320_000, 320_000, 640_000])

      const both = (await house.tenant.call(leaseRoutes.signLease, { ...on(offered), version: 2 })).value
      expect(both.status).toBe(status)
      for (const day of mornings) expect((await morning(day)).failed).toBe(0)
      expect([(await read(both)).status, (await read(lived)).status]).toEqual(['active', 'renewed'])
      expect([await held(lived.id), await held(renewalId)]).toEqual([0, 320_000])
      expect(await book()).toMatchObject({ depositsHeldFen: 320_000, cashFen: before.cashFen, balanced: true })
      const { items } = (await own.call(ledgerRoutes.readDeposits, {})).value
      expect(items).toMatchObject([{ leaseId: renewalId, heldFen: 320_000 }])

      const goes = { ground: 'breach' as const, lastOn: '2025-11-20', reason: '房屋漏水' }
      at('2025-11-20')
      const noticed = (await house.tenant.call(tenancyRoutes.giveNotice, { ...on(await read(both)), ...goes })).value
      const back = await handedOver(ours, noticed, 130)
      const facts = (await own.call(tenancyRoutes.readSettlementFacts, { leaseId: renewalId })).value
      const drawn = (await own.call(tenancyRoutes.proposeSettlement, { ...on(back), ...facts })).value
      expect(drawn.settlement?.lines).toContainEqual(expect.objectContaining({ kind: 'deposit', amountFen: 320_000 }))
      const done = (await house.tenant.call(tenancyRoutes.confirmSettlement, on(drawn))).value
      void (await own.call(tenancyRoutes.recordRefund, { ...on(done), paidOn: '2025-11-20' })).value
      expect(await book()).toMatchObject({ depositsHeldFen: 0, balanced: true })
    },
  )

  it('changes when both agree: the old text stays readable with its hash, and a longer term takes the space', async () => {
    at('2026-11-20')
    const { holder, tenant } = house
    const lived = await active(house)
    const [hash] = lived.signatures.map(({ textHash }) => textHash)
    const terms = { ...termsOf(lived), endOn: '2028-11-30', rises: [{ from: '2027-12-01', rentFen: 330_000 }] }
    const asked = (await tenant.call(tenancyRoutes.proposeAmendment, { ...on(lived), ...terms })).value
    expect(asked).toMatchObject({ endOn: lived.endOn, amendment: { by: tenant.id, terms: { endOn: '2028-11-30' } } })
    const changed = (await holder.call(tenancyRoutes.confirmAmendment, on(asked))).value
    expect(changed).toMatchObject({ endOn: '2028-11-30', status: 'active', pastTexts: [{ textHash: hash }] })
    expect(changed.signatures.map(({ by }) => by)).toEqual([tenant.id, holder.id])
    expect(new Set(changed.signatures.map(({ textHash }) => textHash))).not.toContain(hash)
    const { items } = (await tenant.call(tenancyRoutes.listLeaseTexts, { leaseId: lived.id })).value
    expect(items).toMatchObject([{ textHash: hash, terms: { endOn: lived.endOn }, signatures: [{}, {}] }])
    const past = { ...terms, rentFen: 1 }
    expect((await holder.call(tenancyRoutes.proposeAmendment, { ...on(changed), ...past })).error).toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'rentFen' }],
    })
  })

  it('a draft is the lessor’s alone until it is offered; only then the law blocks', async () => {
    at('2026-11-20')
    const { holder, tenant } = house
    const { listingId } = await advertisedHome(holder)
    const [requestId, leaseId] = [newId('ask', ZHANGJIANG), newId('lea', ZHANGJIANG)]
    void (
      await tenant.call(leaseRoutes.requestRental, {
        commandId: commandId(),
        listingId,
        requestId,
        moveInOn: '2026-12-01',
        months: 12,
        persons: 1,
      })
    ).value
    const terms = {
      startOn: '2026-12-01',
      endOn: '2027-11-30',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
    }
    const bare = { ...terms, deposit: { amountFen: 320_000 } }
    const draft = (
      await holder.call(leaseRoutes.drawUpLease, { commandId: commandId(), requestId, leaseId, draft: true, ...bare })
    ).value
    expect(draft).toMatchObject({
      status: 'draft',
      warnings: [
        { ruleId: 'N-06', action: 'BLOCK' },
        { ruleId: 'N-24', action: 'WARN' },
      ],
    })
    expect((await tenant.call(leaseRoutes.readLease, { leaseId })).error.code).toBe('lease.not_found')
    const mine = (await tenant.call(leaseRoutes.listLeases, { side: 'lessee', limit: 50 })).value
    expect(mine.items.map(({ id }) => id)).not.toContain(leaseId)
    expect((await holder.call(leaseRoutes.offerLease, on(draft))).error).toMatchObject({
      code: 'lease.blocked',
      rules: [{ ruleId: 'N-06' }],
    })
    const whole = { ...terms, deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] } }
    const mended = (await holder.call(leaseRoutes.reviseLease, { ...on(draft), ...whole })).value
    expect((await holder.call(leaseRoutes.offerLease, on(mended))).value.status).toBe('offered')
    expect((await tenant.call(leaseRoutes.readLease, { leaseId })).value.status).toBe('offered')
  })

  it('each act is the right party’s, and asks for the version that was read', async () => {
    at('2026-11-20')
    const { holder, tenant } = house
    const made = await signed(house)
    const facts = list('2026-11-20')
    const landlordToo = await house.town.join({ hats: [{ role: 'landlord' }] })
    expect((await landlordToo.call(tenancyRoutes.proposeHandover, { ...on(made), ...facts })).error.code).toBe(
      'lease.not_found',
    )
    const listed = (await holder.call(tenancyRoutes.proposeHandover, { ...on(made), ...facts })).value
    expect((await holder.call(tenancyRoutes.confirmHandover, on(listed))).error.code).toBe('access.role')
    expect((await tenant.call(tenancyRoutes.confirmHandover, on(made))).error.code).toBe('request.changed')
    const refused = (await tenant.call(tenancyRoutes.declineHandover, on(listed))).value
    expect((await tenant.call(tenancyRoutes.confirmHandover, on(refused))).error.code).toBe('lease.nothing_proposed')
    expect(
      (
        await tenant.call(tenancyRoutes.proposeSettlement, {
          ...on(refused),
          paidRentFen: 0,
          heldDepositFen: 0,
          fees: [],
          deductions: [],
        })
      ).error.code,
    ).toBe('lease.not_now')
    expect((await tenant.call(tenancyRoutes.recordRefund, { ...on(refused), paidOn: '2026-11-20' })).error.code).toBe(
      'access.role',
    )
    expect((await tenant.call(tenancyRoutes.readSettlementFacts, { leaseId: made.id })).error.code).toBe('access.role')
  })

  it('carries the pictures of a handover, for both parties and nobody else', async () => {
    at('2026-11-20')
    const { holder, tenant, town } = house
    const [made, other] = [await signed(house), await signed(house)]
    const [dial, wall] = [await addPicture(holder, made.id, 'handover'), await addPicture(holder, made.id, 'handover')]
    const foreign = await addPicture(holder, other.id, 'handover')
    const ofHome = await addPicture(holder, made.dwellingId, 'home')
    const propose = (...pictureIds: (typeof dial.id)[]) =>
      holder.call(tenancyRoutes.proposeHandover, { ...on(made), ...list('2026-11-20'), pictureIds })
    for (const wrong of [foreign.id, ofHome.id, newId('pic', ZHANGJIANG)])
      expect((await propose(dial.id, wrong)).error.code).toBe('picture.not_found')
    const listed = (await propose(wall.id, dial.id)).value
    expect((await read(made)).handover?.pictureIds).toEqual([wall.id, dial.id])
    const confirmed = (await tenant.call(tenancyRoutes.confirmHandover, on(listed))).value
    expect(confirmed.entry?.pictureIds).toEqual([wall.id, dial.id])
    const stranger = await town.join({ hats: [{ role: 'landlord' }] })
    for (const [who, expected] of [
      [holder, 200],
      [tenant, 200],
      [stranger, 404],
    ] as const)
      for (const pictureId of [wall.id, dial.id])
        expect((await who.call(pictureRoutes.readPicture, { pictureId })).status).toBe(expected)
  })

  it('tells each of what the other did', async () => {
    at('2026-11-20')
    expect((await settled(house)).status).toBe('settled')
    const told = await Promise.all(
      (await readRows(house.town.database.endpoint, house.town.tables)).journal
        .filter(({ kind }) => String(kind).startsWith('lease.'))
        .map((line) => noticesOfLine(house.town.world.store, line as never)),
    )
    const to = (who: string) => new Set(told.flat().flatMap((each) => (each.to === who ? [each.notice.title] : [])))
    expect([...to(house.tenant.id)]).toEqual(
      expect.arrayContaining(['请核对并确认房屋交割单', '租期已满，请办理续签或退房', '退租结算单待您确认']),
    )
    expect([...to(house.holder.id)]).toEqual(
      expect.arrayContaining(['收到退租通知，请查看最后居住日', '对方提出变更租约，请查看', '退租结算双方已确认']),
    )
  })
})
