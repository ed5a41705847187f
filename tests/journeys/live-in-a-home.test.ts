import { settleDay } from '@anju/functions/daily'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import type { BillId, LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { firstBill } from '../let-home'
import { list, on, signed, termsOf } from '../tenancy'
import { tellAll } from '../told'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'

/** 3,200 a month, a quarter ahead, a deposit of one month. */
const [DEPOSIT, QUARTER] = [320_000, 960_000]

/** A year and a month of one tenant, over HTTP: in, changed, renewed, out, and every fen and picture where it belongs. */
describe('somebody lives in a home', () => {
  let town: Town
  let chen: Citizen
  let zhou: Citizen
  let lease: Lease
  let next: Lease
  beforeAll(async () => {
    town = await openTown()
    // Signed in on the last day of the story: a session does not last through its year.
    town.setNow('2027-04-20T02:00:00.000Z')
    chen = await town.join({ hats: [{ role: 'sublandlord' }], name: '陈海生' })
    zhou = await town.join({ name: '周晓雯' })
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })
  const at = (day: string) => town.setNow(`${day}T02:00:00.000Z`)
  const morning = async (day: string) => {
    at(day)
    expect((await settleDay(town.world, `${day}T00:30:00.000Z`, [ZHANGJIANG.slice(0, 6)])).failed).toBe(0)
  }
  const read = async ({ id }: Lease) => (await zhou.call(leaseRoutes.readLease, { leaseId: id })).value
  const pay = async (billId: BillId, amountFen: number, receivedOn: string) => {
    const { leaseId } = (await chen.call(billRoutes.readBill, { billId })).value
    const { id: voucherId } = await addPicture(chen, leaseId, 'voucher')
    const paid = { commandId: commandId(), billId, paymentId: newId('ent'), amountFen, receivedOn, voucherId }
    return (await chen.call(billRoutes.recordPayment, { ...paid, method: 'bank' })).value
  }
  const openBills = async ({ id }: Lease) =>
    (await zhou.call(billRoutes.listLeaseBills, { leaseId: id as LeaseId, limit: 50 })).value.items.filter(
      ({ status }) => status === 'issued',
    )

  it('1 · pays deposit and first rent; both look at the voucher', async () => {
    at('2026-03-01')
    lease = await signed({ town, holder: chen, tenant: zhou }, '2026-03-10', '2027-03-09')
    const bill = await pay(await firstBill(town, lease.id), DEPOSIT + QUARTER, '2026-03-01')
    expect(bill.status).toBe('paid')
    const { payments } = (await zhou.call(billRoutes.readBill, { billId: bill.id })).value
    const voucher = await zhou.call(pictureRoutes.readPicture, { pictureId: payments[0]!.voucherId! })
    expect((await fetch(voucher.value.url)).status).toBe(200)
  })
  it('2 · moves in by a list with pictures', async () => {
    at('2026-03-10')
    const pictureIds = [
      (await addPicture(chen, lease.id, 'handover')).id,
      (await addPicture(chen, lease.id, 'handover')).id,
    ]
    const listed = (await chen.call(tenancyRoutes.proposeHandover, { ...on(lease), ...list('2026-03-10'), pictureIds }))
      .value
    lease = (await zhou.call(tenancyRoutes.confirmHandover, on(listed))).value
    expect(lease).toMatchObject({ status: 'active', entry: { pictureIds, readings: [{ meter: 'water' }, {}] } })
  })
  it('3 · agrees on a change, and the text before it stays', async () => {
    at('2026-05-20')
    const terms = { ...termsOf(lease), rises: [{ from: '2026-12-10', rentFen: 330_000 }], remarks: '可养一只猫' }
    const asked = (await zhou.call(tenancyRoutes.proposeAmendment, { ...on(lease), ...terms })).value
    lease = (await chen.call(tenancyRoutes.confirmAmendment, on(asked))).value
    expect(lease).toMatchObject({ remarks: '可养一只猫', pastTexts: [{}] })
  })
  it('4 · pays quarter by quarter, the last one by the new rent', async () => {
    const asked: number[] = []
    for (const day of ['2026-06-01', '2026-09-01', '2026-12-01']) {
      await morning(day)
      const [card] = await openBills(lease)
      asked.push(card!.amountFen)
      await pay(card!.id, card!.amountFen, day)
    }
    expect(asked).toEqual([QUARTER, QUARTER, 990_000])
  })
  it('5 · renews for a year; the deposit goes along', async () => {
    at('2027-02-20')
    const terms = { ...termsOf(lease), startOn: '2027-03-10', endOn: '2028-03-09', rentFen: 330_000, rises: [] }
    const renewal = { commandId: commandId(), leaseId: lease.id, renewalId: newId('lea', ZHANGJIANG), ...terms }
    const offered = (await chen.call(tenancyRoutes.renewLease, renewal)).value
    void (await chen.call(leaseRoutes.signLease, on(offered))).value
    next = (await zhou.call(leaseRoutes.signLease, { ...on(offered), version: 2 })).value
    for (const day of ['2027-03-02', '2027-03-10']) await morning(day)
    expect([(await read(lease)).status, (await read(next)).status]).toEqual(['renewed', 'active'])
    expect((await chen.call(ledgerRoutes.readDeposits, {})).value.items).toMatchObject([
      { leaseId: next.id, heldFen: DEPOSIT },
    ])
    const [card] = await openBills(next)
    await pay(card!.id, card!.amountFen, '2027-03-10')
  })
  it('6 · gives notice, hands back, settles to the fen, and gets the refund with its voucher', async () => {
    at('2027-03-20')
    const facts = { ground: 'early' as const, lastOn: '2027-04-19', reason: '工作调动' }
    const noticed = (await zhou.call(tenancyRoutes.giveNotice, { ...on(await read(next)), ...facts })).value
    at('2027-04-19')
    const listed = (await chen.call(tenancyRoutes.proposeHandover, { ...on(noticed), ...list('2027-04-19', 170) }))
      .value
    const back = (await zhou.call(tenancyRoutes.confirmHandover, on(listed))).value
    const known = (await chen.call(tenancyRoutes.readSettlementFacts, { leaseId: back.id })).value
    expect(known).toMatchObject({ paidRentFen: 990_000, heldDepositFen: DEPOSIT, fees: [] })
    const drawn = (await chen.call(tenancyRoutes.proposeSettlement, { ...on(back), ...known })).value
    const done = (await zhou.call(tenancyRoutes.confirmSettlement, on(drawn))).value
    // 3,300 a month: one month and ten days of thirty are used.
    const usedFen = 330_000 + 330_000 / 3
    expect(done.settlement?.totalFen).toBe(990_000 - usedFen + DEPOSIT)
    const { id: voucherId } = await addPicture(chen, done.id, 'voucher')
    const paid = { ...on(done), paidOn: '2027-04-19', voucherId }
    expect((await chen.call(tenancyRoutes.recordRefund, paid)).value.refund).toMatchObject({ voucherId })
    expect((await zhou.call(pictureRoutes.readPicture, { pictureId: voucherId })).status).toBe(200)
  })
  it('7 · leaves nothing open: the book, the papers, the inbox', async () => {
    const book = (await chen.call(ledgerRoutes.readBook, {})).value
    const rentFen = 3 * QUARTER + 990_000 + 330_000 + 110_000
    expect(book).toMatchObject({ balanced: true, depositsHeldFen: 0, cashFen: rentFen })
    expect((await chen.call(ledgerRoutes.readArrears, {})).value.items).toEqual([])
    const papers = await zhou.call(documentRoutes.readStatement, { leaseId: next.id })
    expect(Buffer.from(papers.value.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    await tellAll(town)
    const { items } = (await zhou.call(noticeRoutes.listNotices, { limit: 50 })).value
    const titles = items.map(({ title }) => title)
    for (const title of ['请核对并确认房屋交割单', '租约已变更，请在三十日内办理变更备案', '结算款已记录为付清'])
      expect(titles.filter((each) => each === title)).toHaveLength(title === '请核对并确认房屋交割单' ? 2 : 1)
  })
})
