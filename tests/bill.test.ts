import { settleDay } from '@anju/functions/daily'
import type { Store } from '@anju/functions/store/store'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays } from '@anju/shared/day'
import type { BillId, LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { periodsOf } from '@anju/shared/lease/schedule'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from './faults/audit'
import { advertisedHome, firstBill, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

const DISTRICT = ZHANGJIANG.slice(0, 6)
/** The lease of let-home.ts: 3,200 a month, 押一付三, from 2026-12-01. */
const [DEPOSIT, QUARTER] = [320_000, 960_000]

describe('bills', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
  })
  afterAll(() => town.close())

  /** The clock of the API stays behind: a session would not last through the years of a lease. */
  const morning = (day: string, store: Store = town.world.store) =>
    settleDay({ ...town.world, store }, `${day}T00:05:00.000Z`, [DISTRICT])
  /** A lease signed on a day by a holder of its own, so that nothing of another test falls due with it. */
  async function signed(day = '2026-11-20', lessor = holder) {
    town.setNow(`${day}T02:00:00.000Z`)
    const { leaseId } = await offeredLease(lessor, tenant, await advertisedHome(lessor))
    await signedByBoth(lessor, tenant, leaseId)
    return leaseId
  }
  const billsOf = async (leaseId: LeaseId) =>
    (await holder.call(billRoutes.listLeaseBills, { leaseId, limit: 50 })).value.items.toReversed()
  const read = async (billId: BillId, who = holder) => (await who.call(billRoutes.readBill, { billId })).value
  const payment = (amountFen: number, more: object = {}) => ({
    commandId: commandId(),
    paymentId: newId('ent'),
    amountFen,
    receivedOn: '2026-11-20',
    method: 'bank' as const,
    ...more,
  })
  const pay = (billId: BillId, amountFen: number, more: object = {}) =>
    holder.call(billRoutes.recordPayment, { billId, ...payment(amountFen, more) })
  const balances = async () =>
    Object.fromEntries(
      (await holder.call(ledgerRoutes.readBook, {})).value.accounts.map(({ account, balanceFen }) => [
        account,
        balanceFen,
      ]),
    )

  it('are made from the schedule: the first at the second signature, the others a week before they fall due', async () => {
    const leaseId = await signed()
    const first = await read(await firstBill(town, leaseId), tenant)
    expect(first).toMatchObject({
      from: '2026-12-01',
      to: '2027-02-28',
      dueOn: '2026-11-24',
      amountFen: DEPOSIT + QUARTER,
      status: 'issued',
      lines: [
        { kind: 'deposit', amountFen: DEPOSIT },
        { kind: 'rent', months: 3, stubDays: 0, monthlyFen: 320_000, amountFen: QUARTER },
      ],
    })
    await morning('2027-02-14')
    expect(await billsOf(leaseId)).toHaveLength(1)
    await morning('2027-02-15')
    await morning('2027-02-15')
    await morning('2027-02-16')
    expect((await billsOf(leaseId)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-24', '2027-02-22'])
    for (const day of ['2027-05-20', '2027-11-30', '2028-03-01']) await morning(day)
    const lease = (await holder.call(leaseRoutes.readLease, { leaseId })).value
    const made = (await billsOf(leaseId)).map(({ from, to, amountFen }) => ({ from, to, amountFen }))
    const [quarter, ...others] = periodsOf(lease).map(({ from, to, amountFen }) => ({ from, to, amountFen }))
    expect(made).toEqual([{ ...quarter, amountFen: DEPOSIT + QUARTER }, ...others])
  })

  it('are made once and whole where the morning is killed between any two transactions, or runs twice at once', async () => {
    const leaseIds = [await signed('2026-11-20'), await signed('2026-11-20'), await signed('2026-11-20')]
    for (let allowed = 0; allowed < 12; allowed++) {
      let commits = 0
      const dying: Store = {
        ...town.world.store,
        commit: (changes) => {
          if (commits++ >= allowed) throw new Error('killed')
          return town.world.store.commit(changes)
        },
      }
      await morning('2027-05-30', dying)
    }
    await Promise.all([morning('2027-05-30'), morning('2027-05-30')])
    await morning('2027-05-30')
    for (const leaseId of leaseIds)
      expect((await billsOf(leaseId)).map(({ from }) => from)).toEqual(['2026-12-01', '2027-03-01', '2027-06-01'])
    expect((await audit(town.database.endpoint, town.tables)).faults).toEqual([])
  })

  it('claim the rent, hold the deposit as a liability, and are paid in parts from several sources', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const billId = await firstBill(town, await signed())
    expect(await balances()).toMatchObject({ rent_receivable: QUARTER })
    const part = await pay(billId, DEPOSIT + 100_000, { payer: '母亲', method: 'wechat' })
    expect(part.value).toMatchObject({ status: 'partly_paid', paidFen: DEPOSIT + 100_000 })
    expect(part.value.lines.map(({ paidFen }) => paidFen)).toEqual([DEPOSIT, 100_000])
    expect(await balances()).toMatchObject({
      cash: DEPOSIT + 100_000,
      deposit_held: DEPOSIT,
      rent_receivable: QUARTER - 100_000,
    })
    expect((await pay(billId, QUARTER)).error.code).toBe('bill.exceeds')
    expect((await pay(billId, QUARTER - 100_000)).value).toMatchObject({ status: 'paid' })
    expect((await pay(billId, 1)).error.code).toBe('bill.settled')
    expect(await balances()).toMatchObject({ cash: DEPOSIT + QUARTER, rent_receivable: 0 })
    expect((await pay(billId, 1, { receivedOn: '2099-01-01' })).error.code).toBe('ledger.future')
  })

  it('keep the voucher of a payment for both parties: a picture of the lease, and no other', async () => {
    const leaseId = await signed()
    const billId = await firstBill(town, leaseId)
    const { id: voucherId } = await addPicture(holder, leaseId, 'voucher')
    const { id: elsewhere } = await addPicture(holder, await signed(), 'voucher')
    expect((await pay(billId, 100_000, { voucherId: elsewhere })).error.code).toBe('picture.not_found')
    const once = payment(100_000, { voucherId })
    void (await holder.call(billRoutes.recordPayment, { billId, ...once })).value
    expect((await read(billId, tenant)).payments).toMatchObject([{ amountFen: 100_000, voucherId }])
    expect((await tenant.call(pictureRoutes.readPicture, { pictureId: voucherId })).value.purpose).toBe('voucher')
    const entry = (await holder.call(ledgerRoutes.readEntry, { entryId: once.paymentId })).value
    expect(entry).toMatchObject({ leaseId, voucherId })
    const { items } = (await holder.call(ledgerRoutes.listEntries, { leaseId })).value
    expect(items.filter((each) => each.voucherId === voucherId).map(({ id }) => id)).toEqual([once.paymentId])
  })

  it('never take more than is owed, whoever pays at the same time', async () => {
    const billId = await firstBill(town, await signed())
    const answers = await Promise.all(Array.from({ length: 6 }, () => pay(billId, 400_000)))
    const taken = answers.filter(({ status }) => status === 200).length
    expect(taken).toBe(3)
    const codes = answers.filter(({ status }) => status !== 200).map(({ error }) => error.code)
    expect(new Set(codes)).toEqual(new Set(['bill.exceeds']))
    const bill = await read(billId)
    expect([bill.paidFen, bill.payments.length]).toEqual([1_200_000, 3])
  })

  it('take one payment once: repeated after a lost answer, and never under the same id with another amount', async () => {
    const billId = await firstBill(town, await signed())
    const once = { billId, ...payment(50_000) }
    const both = await Promise.all([holder, holder].map((who) => who.call(billRoutes.recordPayment, once)))
    for (const answer of both) expect(answer.value.paidFen).toBe(50_000)
    expect((await holder.call(billRoutes.recordPayment, once)).value.paidFen).toBe(50_000)
    const other = { ...once, commandId: commandId(), amountFen: 60_000 }
    expect((await holder.call(billRoutes.recordPayment, other)).error.code).toBe('request.command_reused')
  })

  it('keep what is paid ahead for the next rent, and give it back while it is unspent', async () => {
    const leaseId = await signed('2026-11-20')
    const billId = await firstBill(town, leaseId)
    const ahead = payment(DEPOSIT + QUARTER + 50_000, { ahead: true })
    expect((await holder.call(billRoutes.recordPayment, { billId, ...ahead })).value.status).toBe('paid')
    expect((await read(billId)).prepaidFen).toBe(50_000)
    await morning('2027-02-15')
    const next = (await billsOf(leaseId))[1]
    expect(next).toMatchObject({ paidFen: 50_000, amountFen: QUARTER, status: 'partly_paid' })
    const reverse = (paymentId: string, of: BillId) =>
      holder.call(billRoutes.reversePayment, {
        commandId: commandId(),
        billId: of,
        paymentId: paymentId as never,
        reversalId: newId('ent'),
      })
    expect((await reverse(ahead.paymentId, billId)).error.code).toBe('bill.prepaid_spent')
    const used = (await read(next?.id as BillId)).payments[0]?.id as string
    expect((await reverse(used, next?.id as BillId)).value.paidFen).toBe(0)
    expect((await reverse(ahead.paymentId, billId)).value).toMatchObject({ paidFen: 0, status: 'issued' })
    expect((await reverse(ahead.paymentId, billId)).error.code).toBe('bill.payment_reversed')
    expect((await read(billId)).prepaidFen).toBe(0)
    const entry = { entryId: ahead.paymentId, reversalId: newId('ent'), commandId: commandId() }
    expect((await holder.call(ledgerRoutes.reverseEntry, entry)).error.code).toBe('ledger.of_bill')
  })

  it('take charges with an explanation, are cancelled while unpaid, and written off', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const leaseId = await signed()
    const billId = await firstBill(town, leaseId)
    const charge = { kind: 'utility' as const, feeKind: 'water' as const, amountFen: 8_100, note: '8 月水费 20 吨' }
    const change = () => ({ commandId: commandId(), billId })
    const more = (await holder.call(billRoutes.addCharge, { ...change(), version: 1, charge })).value
    expect(more).toMatchObject({ amountFen: DEPOSIT + QUARTER + 8_100, version: 2 })
    expect(more.lines.at(-1)).toMatchObject({ note: '8 月水费 20 吨', kind: 'utility' })
    expect(await balances()).toMatchObject({ fee_receivable: 8_100 })
    const tooMuch = { kind: 'late_fee' as const, amountFen: 100, note: '违约金' }
    expect((await holder.call(billRoutes.addCharge, { ...change(), version: 2, charge: tooMuch })).error.code).toBe(
      'bill.late_fee_exceeds',
    )
    const part = (await pay(billId, 1_000)).value
    const cancelling = { ...change(), version: part.version }
    expect((await holder.call(billRoutes.cancelBill, cancelling)).error.code).toBe('bill.has_payments')
    await holder
      .call(billRoutes.reversePayment, {
        ...change(),
        paymentId: part.payments[0]?.id as never,
        reversalId: newId('ent'),
      })
      .then((answer) => answer.value)
    expect((await holder.call(billRoutes.cancelBill, { ...change(), version: 4 })).value.status).toBe('cancelled')
    expect(await balances()).toMatchObject({ fee_receivable: 0, rent_receivable: 0, cash: 0 })
    const own = { commandId: commandId(), leaseId, billId: newId('bil', ZHANGJIANG), dueOn: '2026-12-24', charge }
    expect((await holder.call(billRoutes.addBill, own)).value).toMatchObject({ amountFen: 8_100, dueOn: '2026-12-24' })
    const off = { commandId: commandId(), billId: own.billId, version: 1 }
    expect((await holder.call(billRoutes.writeOffBill, off)).value.status).toBe('written_off')
    expect(await balances()).toMatchObject({ fee_receivable: 0 })
    expect((await tenant.call(billRoutes.addBill, own)).error.code).toBe('access.role')
  })

  it('remind on their days, fall overdue, and are demanded; all once', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const billId = await firstBill(town, await signed('2026-11-20'))
    const titles = async (who: Citizen) =>
      (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title).toReversed()
    const demand = (version: number) =>
      holder.call(billRoutes.demandPayment, {
        commandId: commandId(),
        billId,
        version,
        payBy: addDays('2026-11-28', 10),
        method: 'app',
      })
    for (let day = '2026-11-21'; day <= '2026-11-24'; day = addDays(day, 1)) await morning(day)
    expect((await demand(1)).error.code).toBe('bill.not_overdue')
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-27']) await morning(day)
    expect(await titles(tenant)).toEqual([
      '新账单 ¥12,800，请在 2026-11-24 前支付',
      '账单 ¥12,800 还有 3 天到期',
      '账单 ¥12,800 今天到期',
      '账单 ¥12,800 已逾期 3 天',
    ])
    const ofBills = async () => (await titles(holder)).filter((title) => title.startsWith('账单'))
    expect(await ofBills()).toEqual(['账单 ¥12,800 已逾期 3 天'])
    const tab = async (name: 'open' | 'overdue') =>
      (await holder.call(billRoutes.listBills, { side: 'lessor', tab: name, month: '2026-11' })).value.items.length
    expect([await tab('open'), await tab('overdue')]).toEqual([0, 1])
    town.setNow('2026-11-28T02:00:00.000Z')
    const overdue = await read(billId)
    expect(overdue.overdueOn).toBe('2026-11-25')
    expect((await demand(overdue.version)).value.demands).toMatchObject([{ payBy: '2026-12-08', method: 'app' }])
    await pay(billId, DEPOSIT + QUARTER).then((answer) => answer.value)
    for (const day of ['2026-12-01', '2026-12-09']) await morning(day)
    expect(await ofBills()).toHaveLength(1)
    const totals = (await holder.call(billRoutes.readBillTotals, { month: '2026-11' })).value.tabs
    expect(totals.paid).toEqual({ count: 1, amountFen: DEPOSIT + QUARTER, owedFen: 0 })
  })

  it('tell both parties before the lease ends', async () => {
    const leaseId = await signed('2026-11-20')
    const ends = async () =>
      (await tenant.call(noticeRoutes.listNotices, { limit: 50 })).value.items.filter(
        ({ title, about }) => about.id === leaseId && title.includes('到期'),
      ).length
    for (const day of ['2027-09-30', '2027-10-01', '2027-10-31', '2027-11-15', '2027-11-15']) await morning(day)
    expect(await ends()).toBe(3)
  })

  it('are found by state, month, name and home, page by page', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const leaseIds = await Promise.all([1, 2, 3].map(() => signed()))
    for (const leaseId of leaseIds) await firstBill(town, leaseId)
    const list = async (more: object) => (await holder.call(billRoutes.listBills, { side: 'lessor', ...more })).value
    expect((await list({})).items).toHaveLength(3)
    expect((await list({ month: '2027-01' })).items).toHaveLength(0)
    const [one] = (await list({ limit: 1 })).items
    expect((await list({ text: one?.addressText })).items.map(({ id }) => id)).toEqual([one?.id])
    expect((await list({ text: '没有这个人' })).items).toEqual([])
    const found: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await list({ text: tenant.name, limit: 2, ...(cursor && { cursor }) })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.next
      if (!cursor) break
    }
    expect(new Set(found).size).toBe(3)
    const mine = (await tenant.call(billRoutes.listBills, { side: 'lessee' })).value.items
    expect(mine.map(({ id }) => id)).toEqual(expect.arrayContaining(found))
  })
})
