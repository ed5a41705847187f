import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { BillId } from '@anju/shared/id'
import { isUnclaimed } from '@anju/shared/lease/claim'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { pngOf } from '../picture-bytes.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from './browser-page.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'
import { utilityBill } from './utility-bill.ts'
import { enter, goTo, look } from './visitor.ts'

const PICTURE = { name: 'transfer.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(24, 16)) }

/** Money with its voucher, and a lease on paper that finds its tenant, in the browser. */
describe('a lease in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let billId: BillId
  let paper: Lease
  let code: string
  beforeAll(async () => {
    const dist = await built('h5', { sandbox: true })
    demo = await openDemoTown(dist)
    browser = await launchBrowser()
    const given = (await demo.as('chen', leaseRoutes.listLeases, { side: 'lessor', limit: 50 })).items
    const unclaimed = given.find(isUnclaimed)
    if (!unclaimed) throw new Error('the demo town has no lease on paper')
    paper = unclaimed as Lease
    code = String((await demo.as('chen', claimRoutes.readLesseeInvitation, { leaseId: paper.id })).code)
    billId = await utilityBill(demo)
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  async function photograph(window: BrowserPage): Promise<void> {
    const [chooser] = await Promise.all([window.page.waitForEvent('filechooser'), window.tap('拍照或选照片')])
    await chooser.setFiles(PICTURE)
    await window.page.getByLabel('查看凭证').waitFor()
  }

  it('money that came is written down with its voucher, and the tenant sees it', async () => {
    const chen = await enter(demo, browser, 'chen')
    await goTo(chen, `bill/detail?id=${billId}`, '收款记录')
    await chen.tap('记收款')
    await chen.waitForText('收到的金额')
    await photograph(chen)
    await look(chen, 'payment-voucher')
    await chen.tap('移除')
    await photograph(chen)
    await chen.tap('记入 ¥200.50')
    await chen.page.getByLabel('查看凭证').waitFor()
    await look(chen, 'bill-voucher')
    const { payments } = await demo.as('zhou', billRoutes.readBill, { billId })
    expect(payments.map(({ voucherId }) => voucherId)).toEqual([expect.stringMatching(/^pic_/)])
    const zhou = await enter(demo, browser, 'zhou')
    await goTo(zhou, `bill/detail?id=${billId}`, '付款记录')
    await zhou.page.getByLabel('查看凭证').waitFor()
    expect(await zhou.text()).toContain(`凭证 ${payments[0]?.voucherId?.slice(-8)}`)
    await zhou.close()
    await chen.close()
  })

  it('a lease on paper: the tenant says what is wrong, the lessor sets it right, the tenant claims it', async () => {
    const sun = await enter(demo, browser, 'sun')
    await goTo(sun, `lease/claim?code=${code}`, '查看租约')
    await sun.tap('查看租约')
    await sun.waitForText('请对照您手里的合同逐项核对')
    await look(sun, 'claim-terms')
    await sun.tap('内容不对')
    await sun.page.locator('dialog[open] textarea').fill('合同上补充约定了可以养猫')
    await sun.tap('告诉出租方')
    await sun.waitForText('已告诉出租方')

    const chen = await enter(demo, browser, 'chen')
    await goTo(chen, `lease/detail?id=${paper.id}`, '租客说租约有不对的地方')
    await look(chen, 'paper-objection')
    await chen.tap('更正租约')
    await chen.waitForText('照纸质合同改正')
    await chen.fill('补充约定', '可以养一只猫')
    await chen.tap('保存更正')
    await chen.waitForText('可以养一只猫')
    await chen.close()

    await goTo(sun, `lease/claim?code=${code}`, '查看租约')
    await sun.tap('查看租约')
    await sun.waitForText('可以养一只猫')
    await sun.tap('确认并认领')
    await sun.waitForText('双方')
    await look(sun, 'lease-claimed')
    const mine = (await demo.as('sun', leaseRoutes.listLeases, { side: 'lessee' })).items
    expect(mine.map(({ id }) => id)).toEqual([paper.id])
    await sun.close()
  })
})
