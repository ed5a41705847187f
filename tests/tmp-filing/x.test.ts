import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { expect, it } from 'vitest'
import { launchBrowser } from '/work/main/tests/browser.ts'
import { citizenNumber, openTown, ZHANGJIANG, commandId } from '/work/main/tests/town.ts'
import { advertisedHome, offeredLease } from '/work/main/tests/let-home.ts'
import { openDevice } from '/work/main/tests/weapp/device.ts'

const dist = '/work/main/miniprogram/dist/weapp-filing'
it('filing on phones', { timeout: 120_000 }, async () => {
  const town = await openTown(); const browser = await launchBrowser()
  const holder = await town.join({ name: '林静', hats: [{ role: 'landlord' }] }); const tenant = await town.join({ name: '周晓雯' })
  const clerk = await town.join({ name: '吴敏', hats: [{ role: 'clerk', region: ZHANGJIANG }] })
  const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
  await holder.call(leaseRoutes.signLease, { commandId: commandId(), leaseId: ids.leaseId, version: 1 })
  await tenant.call(leaseRoutes.signLease, { commandId: commandId(), leaseId: ids.leaseId, version: 2 })
  const phone = (openid: string, start = '') => openDevice(dist, { apiBase: town.base, browser, privacyAgreed: true, start, loginCode: () => town.wechat.loginCode(openid), phoneCode: () => town.wechat.phoneCode('13800138000') })
  const step = async (name: string, d: any, run: () => Promise<unknown>) => { try { await run(); console.log('ok', name) } catch (e) { console.log('FAIL', name, String(e).slice(0, 1500)); await d.screenshot('/tmp/shots-filing/weapp-fail.png'); throw e } }
  const a = await phone(tenant.openid, `/pages/filing/submit?lease=${ids.leaseId}`)
  await step('guest is offered login, comes back', a, async () => { await a.tap('去登录'); await a.tap('微信登录'); await a.waitForText('居住规定预检'); expect(await a.route()).toContain('filing/submit') })
  await a.screenshot('/tmp/shots-filing/weapp-submit.png')
  await step('fill', a, async () => { await a.fill('证件号码', citizenNumber(901)); await a.tap('下一步'); await a.waitForText('请逐条确认') })
  await step('declare and submit', a, async () => { for (const t of ['所填内容真实', '房屋没有分隔', '居住人数和人均', '已做消防']) await a.tap(new RegExp(t)); await a.tap('提交备案'); await a.waitForText('等待社区工作人员受理') })
  await a.screenshot('/tmp/shots-filing/weapp-detail.png')
  const c = await phone(clerk.openid)
  await step('clerk logs in', c, async () => { await c.tab('我的'); await c.tap('登录'); await c.tap('微信登录'); await c.waitForText('当前身份') })
  await c.screenshot('/tmp/shots-filing/weapp-me.png')
  await step('desk', c, async () => { await c.tab((await c.tabs())[1] as string); await c.waitForText('听潮苑'); await c.screenshot('/tmp/shots-filing/weapp-desk.png'); await c.tap('听潮苑 合租单间 A室') })
  await step('take', c, async () => { await c.waitForText('审核要点'); await c.tap('.review-actions .button'); await c.waitForText('不予备案') })
  await c.screenshot('/tmp/shots-filing/weapp-review.png')
  await step('return', c, async () => { await c.tap('.review-actions .button', { nth: 1 }); await c.waitForText('缺什么一次说全'); await c.tap('产权证明不符'); await c.fill('产权证明不符', '请补产证'); await c.screenshot('/tmp/shots-filing/weapp-sheet.png'); await c.tap('退回，告知 1 项'); await c.tap('退回'); await c.waitForText('需要补正') })
  await step('mend', a, async () => { await a.restart(); await a.tap('查看进度'); await a.tap('去补正'); await a.fill('证件号码', citizenNumber(901)); await a.tap('下一步'); for (const t of ['所填内容真实', '房屋没有分隔', '居住人数和人均', '已做消防']) await a.tap(new RegExp(t)); await a.tap('重新提交'); await a.waitForText('等待社区工作人员受理') })
  await step('approve', c, async () => { await c.back(); await c.waitForText('听潮苑'); await c.tap('听潮苑 合租单间 A室'); await c.waitForText('审核要点'); await c.tap('.review-actions .button'); await c.waitForText('不予备案'); await c.tap('.review-actions .button', { nth: 2 }); await c.waitForText('通过这份备案'); await c.tap('通过', { nth: 1 }); await c.waitForText('已通过') })
  const f = (await tenant.call(filingRoutes.listMyFilings, {})).value.items[0]; expect(f?.status).toBe('approved')
  const a2 = await phone(tenant.openid); await step('phone', a2, async () => { await a2.tab('我的'); await a2.tap('登录'); await a2.tap('微信登录'); await a2.waitForText('当前身份'); await a2.tap('我的备案'); await a2.waitForText('已通过'); await a2.screenshot('/tmp/shots-filing/weapp-mine.png'); await a2.back(); await a2.tap('手机号'); await a2.waitForText('给谁看'); await a2.tap('授权微信手机号'); await a2.waitForText('138****8000') })
  await step('log out', a2, async () => { await a2.tap('退出登录'); await a2.tap('退出', { nth: 1 }); await a2.waitForText('您还没有登录') })
  for (const [n, d] of [['tenant', a], ['clerk', c], ['again', a2]] as const) { const l = await d.log(); console.log(n, 'errors', l.errors, 'warnings', l.warnings.slice(0, 5), 'largest setData', l.largestSetData); await d.close() }
  await browser.close(); await town.close()
})
