import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { BillId } from '@anju/shared/id'
import { personRoutes } from '@anju/shared/person/person.routes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { foundDifference } from '../let-home.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'
import { utilityBill } from './utility-bill.ts'
import { enter, goTo, look } from './visitor.ts'

/** A tenant pays a bill in the browser with the played WeChat, in the real protocol; the landlord gives part of it back. */
describe('paying in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let billId: BillId
  beforeAll(async () => {
    const dist = await built('h5', { sandbox: true })
    demo = await openDemoTown(dist)
    browser = await launchBrowser()
    billId = await utilityBill(demo)
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('the tenant pays in two parts, is told that it is played, and gets a receipt', async () => {
    const window = await enter(demo, browser, 'zhou')
    await goTo(window, `bill/detail?id=${billId}`, '微信支付')
    await look(window, 'bill-to-pay')
    await window.tap('微信支付')
    await window.waitForText('这次支付（元）')
    await look(window, 'payment-pay')
    await window.page.locator('input').first().fill('100')
    await window.tap('微信支付 ¥100')
    await window.waitForText('演示支付（不是真的微信）')
    await look(window, 'payment-played')
    await window.tap('放弃')
    await window.waitForText('等待微信确认')
    await look(window, 'payment-waiting')
    await window.tap('继续支付')
    await window.tap('支付')
    await window.waitForText('收据号')
    await look(window, 'payment-paid')
    expect((await demo.as('zhou', billRoutes.readBill, { billId })).paidFen).toBe(10_000)
    expect(window.errors).toEqual([])
    await window.close()
  })
  it('the landlord sees it, gives part of it back, and finds the merchant account and the differences', async () => {
    const window = await enter(demo, browser, 'chen')
    await goTo(window, `bill/detail?id=${billId}`, '详情与退款')
    await window.tap('详情与退款')
    await window.waitForText('收据号')
    await window.tap('退款')
    await window.waitForText('最多可退')
    await look(window, 'payment-refund')
    const boxes = window.page.locator('dialog[open] input')
    await boxes.nth(0).fill('40')
    await boxes.nth(1).fill('多收了水费')
    await window.tap('退 ¥40')
    await window.page.locator('dialog.confirm .button-danger').click()
    await window.waitForText('已退款 · 多收了水费')
    await look(window, 'payment-refunded')
    expect((await demo.as('chen', billRoutes.readBill, { billId })).paidFen).toBe(6_000)
    await goTo(window, 'payment/merchant', '特约商户号')
    await look(window, 'merchant')
    await goTo(window, 'payment/differences', '没有差异')
    await foundDifference(demo, (await demo.as('chen', personRoutes.readMe, {})).id)
    await goTo(window, 'payment/differences', '微信有、本平台没有的收款')
    await look(window, 'differences')
    await window.tap('已处理，写明结果')
    await window.page.locator('dialog[open] textarea').fill('商户平台核对，已补记')
    await window.tap('记为已处理')
    await window.waitForText('没有差异')
    expect(window.errors).toEqual([])
    await window.close()
  })
})
