import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from './browser-page.ts'
import { type DemoTown, openDemoTown, personaOf } from './demo-town.ts'
import { enter, goTo, look } from './visitor.ts'

/** A sublandlord says what they are, invites, and the invited person works for them until they are removed. */
describe('a holder and their staff in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let holder: BrowserPage
  let helper: BrowserPage

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5', { sandbox: true }))
    browser = await launchBrowser()
    holder = await enter(demo, browser, 'chen')
    helper = await enter(demo, browser, 'li')
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('fills in the business and is told what is missing', async () => {
    await goTo(holder, 'business/profile')
    await holder.waitForText('管理的房屋')
    await holder.tap('住房租赁企业')
    await holder.fill('营业执照上的名称', '听潮租赁有限公司')
    await holder.fill('统一社会信用代码', '91310115MA1QAR01')
    await holder.tap('保存')
    await holder.waitForText('统一社会信用代码为 18 位')
    await look(holder, 'business-profile-wrong')
    await holder.fill('统一社会信用代码', '91310115MA1QAR019Y')
    await holder.pick('领取营业执照的日期', '2026-01-05')
    await holder.tap('保存')
    await holder.waitForText('须设立并公示住房租赁资金监管账户')
    await look(holder, 'business-profile')
    await holder.fill('开户银行', '某某银行张江支行')
    await holder.fill('账号', '6222021001112223334')
    await holder.tap('保存')
    await holder.waitForText('***************3334')
  })

  it('invites a keeper, who joins by the code and sees for whom they work', async () => {
    await goTo(holder, 'business/staff')
    await holder.waitForText('还没有员工')
    await look(holder, 'staff-empty')
    await holder.tap('邀请员工')
    await holder.waitForText('管房屋和租约')
    await look(holder, 'staff-invite')
    await holder.tap('生成邀请码')
    await holder.waitForText('只能用一次')
    await look(holder, 'staff-invited')
    const { invitations } = await demo.as('chen', staffRoutes.listStaff, {})

    await goTo(helper, 'business/join')
    await helper.fill('邀请码', 'ABCD2345')
    await helper.tap('查看邀请')
    await helper.waitForText('邀请码不对')
    await helper.fill('邀请码', invitations[0]?.code ?? '')
    await helper.tap('查看邀请')
    await helper.waitForText('听潮租赁有限公司 邀请您担任管家')
    await look(helper, 'staff-join')
    await helper.tap('接受邀请')
    await helper.waitForText('代表 听潮租赁有限公司 工作')
    await look(helper, 'me-keeper')
    await helper.tab('房管')
    await helper.waitForText('我的房屋')
    await helper.waitForText('租约')
    expect(await helper.text()).not.toContain('您的身份不能')
    expect(await helper.text()).not.toContain('账本')
    await look(helper, 'tenancy-keeper')
  })

  it('makes a bookkeeper of the keeper, and removes them with a note', async () => {
    await goTo(holder, 'business/staff')
    await holder.tap(personaOf('li').name)
    await holder.waitForText('交接说明')
    await look(holder, 'staff-member')
    await holder.tap('管家')
    await holder.tap('会计')
    await holder.tap('保存身份')
    await holder.waitForText('会计')

    await goTo(helper, 'tab/me')
    await helper.tap('会计 · 听潮租赁有限公司')
    await helper.tab('账本')
    await helper.waitForText('账单')
    await look(helper, 'tenancy-bookkeeper')
    await helper.tap('收支、余额和试算平衡')
    await helper.waitForText('试算平衡')

    await goTo(holder, 'business/staff')
    await holder.tap(personaOf('li').name)
    await holder.fill('交接说明（移除时留存）', '钥匙已交回')
    await holder.tap('移除')
    await holder.page.locator('.confirm-buttons').getByText('移除').click()
    await holder.waitForText('交接：钥匙已交回')
    await look(holder, 'staff-left')

    await goTo(helper, 'tab/me')
    await helper.waitForText('当前身份')
    expect(await helper.text()).not.toContain('代表')
    // The wrong code and the request of somebody removed are refused on purpose.
    const meant = (error: string) => /\b403\b|invitations\/open/.test(error)
    expect([...holder.errors, ...helper.errors].filter((error) => !meant(error))).toEqual([])
  })
})
