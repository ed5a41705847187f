import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import type { BillId, EntryId, LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, firstBill, offeredLease, openShop, signedByBoth, startedPayment } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town } from './town'

const poppler = spawnSync('pdftotext', ['-v']).status === 0
if (!poppler) console.warn('Receipts are not read as text: this machine has no poppler.')

/** The lease of let-home.ts from 2026-12-01: deposit 3,200, rent 3,200 by the quarter, due seven days ahead. */
describe('what a tenant pays, why, and what they get for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let leaseId: LeaseId
  let billId: BillId
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'landlord' }], name: '陈国强' })
    tenant = await town.join({ name: '周明' })
    const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
    leaseId = ids.leaseId
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.close()
  })
  const overview = async (who = tenant) => (await who.call(tenancyRoutes.readLeaseOverview, { leaseId })).value
  const receipts = async () => (await tenant.call(billRoutes.listReceipts, { leaseId })).value.items
  const print = (paymentId: EntryId, who = tenant) => who.call(documentRoutes.readReceipt, { billId, paymentId })
  const textOf = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'receipt.pdf'), bytes)
    return execFileSync('pdftotext', ['-layout', join(folder, 'receipt.pdf'), '-'], { encoding: 'utf8' })
  }
  const record = async (amountFen: number, more: object = {}) => {
    const paymentId = newId('ent')
    const facts = { amountFen, receivedOn: '2026-11-20', method: 'bank' as const, ...more }
    void (await holder.call(billRoutes.recordPayment, { commandId: commandId(), billId, paymentId, ...facts })).value
    return paymentId
  }

  it('before both have signed, nothing is owed and nothing comes', async () => {
    expect(await overview()).toMatchObject({ open: [], owedFen: 0, heldDepositFen: 0 })
    expect((await overview()).coming).toBeUndefined()
  })

  it('signed, the bill that comes is known with all its lines, and becomes the bill to the fen', async () => {
    await signedByBoth(holder, tenant, leaseId)
    const { coming } = await overview()
    expect(coming).toMatchObject({ from: '2026-12-01', to: '2027-02-28', amountFen: 1_280_000 })
    expect(coming?.lines.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['deposit', 320_000],
      ['rent', 960_000],
    ])
    billId = await firstBill(town, leaseId)
    const { open, owedFen, coming: next } = await overview()
    expect(open.map(({ id, lines }) => [id, lines])).toEqual([[billId, coming?.lines]])
    expect(owedFen).toBe(1_280_000)
    expect(next).toMatchObject({ from: '2027-03-01', issuedOn: '2027-02-15', dueOn: '2027-02-22', amountFen: 960_000 })
  })

  it('is the same for both, and hidden from everybody else', async () => {
    expect(await overview(holder)).toEqual(await overview())
    const stranger = await town.join()
    for (const answer of [
      await stranger.call(tenancyRoutes.readLeaseOverview, { leaseId }),
      await stranger.call(billRoutes.listReceipts, { leaseId }),
    ])
      expect(answer.error.code).toBe('lease.not_found')
  })

  it('a payment gives a receipt: for both, for nobody else, the same bytes again', async () => {
    const paymentId = await record(400_000, { payer: '周父' })
    expect(await receipts()).toEqual([
      {
        receiptNo: `SJ20261120${paymentId.slice(-8)}`,
        billId,
        paymentId,
        amountFen: 400_000,
        receivedOn: '2026-11-20',
        method: 'bank',
        payerName: '周父',
        what: ['押金', '租金'],
      },
    ])
    const [mine, theirs] = [(await print(paymentId)).value, (await print(paymentId, holder)).value]
    expect(mine.fileName).toBe(`收据-SJ20261120${paymentId.slice(-8)}.pdf`)
    expect(Buffer.from(mine.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(Buffer.compare(mine.bytes, theirs.bytes)).toBe(0)
    expect((await print(paymentId, await town.join())).error.code).toBe('bill.not_found')
    expect(await overview()).toMatchObject({ heldDepositFen: 320_000, owedFen: 880_000 })
    if (!poppler) return
    const text = textOf(mine.bytes)
    for (const said of [
      '收款收据',
      '陈国强',
      '周父（代 周明 支付）',
      '¥4,000',
      '人民币肆仟元整',
      '银行转账',
      '押金由出租方持有',
      '7 日内返还',
      '欠付租金',
      '2026-12-01 至 2027-02-28，共 3 个月',
      '不是发票',
    ])
      expect(text.replace(/\s+/g, '')).toContain(said.replace(/\s+/g, ''))
    expect(text).not.toContain('〓')
    expect(text).not.toContain(tenant.identityNumber)
  })

  it('what was undone has none, and says so; what was never paid neither', async () => {
    const paymentId = await record(10_000)
    const reversalId = newId('ent')
    const undo = { commandId: commandId(), billId, paymentId, reversalId }
    void (await holder.call(billRoutes.reversePayment, undo)).value
    expect((await print(paymentId)).error.code).toBe('bill.payment_reversed')
    expect((await print(newId('ent'))).error.code).toBe('bill.payment_not_found')
    expect(await receipts()).toHaveLength(1)
  })

  it('paid through WeChat it carries the number of the order, and what came ahead is said', async () => {
    await openShop(town, holder)
    const started = await startedPayment(town, tenant, billId, 880_000)
    await town.wechatPay.pay({ ...started.parameters })
    const order = (await tenant.call(paymentRoutes.readPayment, { orderId: started.id })).value
    const [newest] = await receipts()
    expect(newest?.receiptNo).toBe(order.receiptNo)
    expect(await overview()).toMatchObject({ open: [], owedFen: 0, overdueFen: 0, heldDepositFen: 320_000 })
  })

  it('of a draft the tenant learns nothing', async () => {
    const home = await advertisedHome(holder)
    const requestId = newId('ask', leaseId.split('_')[1])
    const asked = { moveInOn: '2026-12-01', months: 12, persons: 1, listingId: home.listingId, requestId }
    void (await tenant.call(leaseRoutes.requestRental, { commandId: commandId(), ...asked })).value
    const draftId = newId('lea', leaseId.split('_')[1])
    const terms = {
      startOn: '2026-12-01',
      endOn: '2027-11-30',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
      deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
    }
    const draft = { commandId: commandId(), requestId, leaseId: draftId, draft: true, ...terms }
    void (await holder.call(leaseRoutes.drawUpLease, draft)).value
    expect((await tenant.call(tenancyRoutes.readLeaseOverview, { leaseId: draftId })).error.code).toBe(
      'lease.not_found',
    )
  })
})
