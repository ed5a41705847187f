import { settleDay } from '@anju/functions/daily'
import { addDays, dayAt } from '@anju/shared/day'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from './faults/audit'
import { advertisedHome, firstBill, offeredLease, openShop, signedByBoth, startedPayment } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const DISTRICT = ZHANGJIANG.slice(0, 6)
const SHOP = '1900000118'

/** The trade bill of each day is compared in the morning; what differs waits for a person. */
describe('对账', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  const today = () => dayAt(town.world.now())
  beforeAll(async () => {
    town = await openTown()
    town.setNow(`${dayAt(new Date().toISOString())}T04:00:00.000Z`)
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
  })
  afterAll(() => town.close())

  const morning = (days: number) => settleDay(town.world, `${addDays(today(), days)}T00:05:00.000Z`, [DISTRICT])
  const differences = async (status: 'open' | 'resolved' = 'open') =>
    (await holder.call(paymentRoutes.listDifferences, { status })).value.items
  const edit = (change: (text: string) => string = (text) => text) => town.wechatPay.editBill(change)
  async function paid(amountFen: number) {
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, leaseId)
    await openShop(town, holder, SHOP)
    const started = await startedPayment(town, tenant, await firstBill(town, leaseId), amountFen)
    expect(await town.wechatPay.pay({ ...started.parameters })).toBe(true)
    return started.id
  }

  it('finds nothing where the bill says what we say, and looks at each day once', async () => {
    const orderId = await paid(500_000)
    const { version } = (await holder.call(paymentRoutes.readPayment, { orderId })).value
    const refund = { commandId: commandId(), orderId, version, amountFen: 100_000, reason: '多付了' }
    void (await holder.call(paymentRoutes.refundPayment, refund)).value
    void (await holder.call(paymentRoutes.readPayment, { orderId })).value
    await morning(1)
    expect((await holder.call(paymentRoutes.readMerchant, {})).value.reconciledUntil).toBeUndefined()
    await morning(2)
    await morning(2)
    expect(await differences()).toEqual([])
    expect((await holder.call(paymentRoutes.readMerchant, {})).value.reconciledUntil).toBe(today())
  })
  it('lists what is missing here, missing there, and different, once; a person resolves it with a note', async () => {
    town.setNow(`${addDays(today(), 3)}T04:00:00.000Z`)
    const [known, changed, missing] = [await paid(100_000), await paid(200_000), await paid(300_000)]
    const number = tradeNumberOf(known)
    edit((text) => {
      const lines = text.split('\r\n')
      const strange = lines
        .filter((line) => line.includes(number))
        .map((line) =>
          line.replaceAll(number, 'COUNTER0001').replaceAll('1000.00', '3000.00').replace('`6.00000', '`18.00000'),
        )
      return lines
        .flatMap((line) => (line.includes(tradeNumberOf(missing)) ? strange : [line]))
        .map((line) => (line.includes(tradeNumberOf(changed)) ? line.replaceAll('2000.00', '2000.01') : line))
        .join('\r\n')
        .replace('`6000.00', '`6000.01')
        .replace(/`36.00,`6000.00/, '`36.00,`6000.01')
    })
    await morning(2)
    await morning(2)
    edit()
    const found = await differences()
    const told = Object.fromEntries(
      found.map(({ kind, number, thereFen, hereFen }) => [kind, [number, thereFen, hereFen]]),
    )
    expect(found.length).toBe(3)
    expect(told).toEqual({
      amount: [tradeNumberOf(changed), 200_001, 200_000],
      missing_here: ['COUNTER0001', 300_000, 0],
      missing_there: [tradeNumberOf(missing), 0, 300_000],
    })
    const [first] = found as [(typeof found)[number]]
    const resolving = (note: string) =>
      holder.call(paymentRoutes.resolveDifference, {
        commandId: commandId(),
        differenceId: first.id,
        version: first.version,
        note,
      })
    expect((await resolving('x')).error.code).toBe('request.invalid')
    expect((await resolving('商户平台核对：实收 2,000.01 元，已更正')).value.status).toBe('resolved')
    expect((await resolving('再来一次')).error.code).toBe('request.changed')
    expect([(await differences()).length, (await differences('resolved')).length]).toEqual([2, 1])
    const stranger = await town.join({ only: [{ role: 'landlord' }] })
    const peek = { commandId: commandId(), differenceId: first.id, version: 1, note: '看看' }
    expect((await stranger.call(paymentRoutes.resolveDifference, peek)).error.code).toBe('payment.difference_not_found')
  })
  it('waits where WeChat is not to be had, and catches up', async () => {
    town.setNow(`${addDays(today(), 3)}T04:00:00.000Z`)
    const before = (await holder.call(paymentRoutes.readMerchant, {})).value.reconciledUntil
    await paid(400_000)
    edit((text) => text.replace('总交易单数', '系统繁忙'))
    expect((await morning(2)).failed).toBe(1)
    expect((await holder.call(paymentRoutes.readMerchant, {})).value.reconciledUntil).toBe(before)
    edit()
    expect((await morning(3)).failed).toBe(0)
    expect((await holder.call(paymentRoutes.readMerchant, {})).value.reconciledUntil).toBe(addDays(today(), 1))
    expect((await differences()).length).toBe(2)
  })
  it('leaves nothing that disagrees', async () =>
    expect((await audit(town.database.endpoint, town.tables)).faults).toEqual([]))
  it('is asked of nobody without a merchant account', async () => {
    const other = await town.join({ hats: [{ role: 'landlord' }] })
    expect((await other.call(paymentRoutes.readMerchant, {})).value).toEqual({ version: 0 })
    expect((await other.call(paymentRoutes.listDifferences, {})).value.items).toEqual([])
    const unknown = { commandId: commandId(), differenceId: newId('dif', ZHANGJIANG), version: 1, note: '没有' }
    expect((await other.call(paymentRoutes.resolveDifference, unknown)).error.code).toBe('payment.difference_not_found')
  })
})
