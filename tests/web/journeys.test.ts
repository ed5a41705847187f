import { addDays, addMonths, dayAt } from '@anju/shared/day'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { citizenNumber } from '../town.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { type BrowserPage, openPage } from './browser-page.ts'
import { type DemoTown, openDemoTown, personaOf } from './demo-town.ts'
import { DESKTOP, PHONE } from './visitor.ts'

const TITLE = '整洁主卧，近公园'
const today = dayAt(new Date().toISOString())

/** The browser build with the persona switcher: the same story as on the phones, the clerk with the keyboard alone. */
describe('a home is found, let, filed and booked in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let sun: BrowserPage
  let wang: BrowserPage
  let wu: BrowserPage
  const windows: BrowserPage[] = []

  const windowOf = async (page: string, viewport = PHONE): Promise<BrowserPage> => {
    const window = await openPage(`${demo.base}/#/pages/${page}`, { browser, viewport })
    windows.push(window)
    return window
  }

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5', { sandbox: true }))
    browser = await launchBrowser()
    sun = await windowOf('tab/find')
    wang = await windowOf('tab/me')
    wu = await windowOf('person/login', DESKTOP)
  }, BUILD_MILLIS)

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('1 · a guest finds a home by town, rent, kind and bedrooms, and reads about it', async () => {
    await sun.waitForText('近地铁次卧，采光好')
    await sun.tap('租金低')
    await sun.waitForText('青年公寓 2 号床')
    await sun.tap('浦东新区 张江镇')
    await sun.tap('唐镇')
    await sun.waitForText('唐镇暂时没有房源')
    await sun.tap('看看整个浦东新区')
    await sun.waitForText('青年公寓 2 号床')
    await sun.tap('筛选')
    await sun.fill('最低月租（元）', '2500')
    await sun.fill('最高月租（元）', '3000')
    await sun.tap('合租单间')
    await sun.tap('2 室')
    await sun.tap('查看房源')
    await sun.waitForText('共 2 条，已全部显示')
    expect(await sun.text()).not.toContain('青年公寓')
    await sun.tap('近地铁次卧，采光好')
    await sun.waitForText('首期应付')
    await sun.waitForText('每个房间最多住 2 人')
  })

  it('2 · the sublandlord logs in, says who they are, registers a home and advertises a room', async () => {
    const { name, identityNumber } = personaOf('wang')
    await wang.tap('切换演示人物')
    await wang.tap(name)
    await wang.tap('实名信息')
    await wang.fill('姓名', name)
    await wang.pick('证件类型', '居民身份证')
    await wang.fill('证件号码', identityNumber)
    await wang.tap(/^我同意为签约和备案处理我的证件号码/, { nth: 0 })
    await wang.tap('保存')
    await wang.tap('添加或移除身份')
    await wang.tap('添加二房东')
    await wang.waitForText('已添加，并切换到二房东')
    await wang.tab('房管')
    await wang.tap('登记房屋')
    await wang.tap('请选择街镇')
    await wang.tap('张江镇')
    for (const [label, text] of [
      ['小区', '碧波苑'],
      ['路', '碧波路'],
      ['弄', '690弄'],
      ['号', '7号'],
      ['室', '302室'],
      ['产证居室数', '2'],
      ['使用面积（㎡）', '14.2'],
    ] as const)
      await wang.fill(label, text)
    await wang.tap('添加房间')
    await wang.fill('房间号', '厨', { nth: 1 })
    await wang.pick('原始设计用途', '厨房', { nth: 1 })
    await wang.waitForText('厨房不得出租供人居住')
    await wang.tap('登记房屋')
    await wang.waitForText('1 处空置')
    await wang.tap('发布房源', { nth: 1 })
    await wang.fill('月租金（元）', '3200')
    await wang.tap('季付')
    await wang.fill('标题', TITLE)
    await wang.pick('朝向', '朝南')
    await wang.tap('发布房源')
    await wang.waitForText('已挂牌')
  })

  it('3 · the tenant asks, the law stops a lease without grounds, both sign, the advert is gone', async () => {
    await sun.page.goto(`${demo.base}/#/pages/tab/find`)
    await sun.page.reload()
    await sun.tap(TITLE)
    await sun.tap('申请租房')
    await sun.tap('孙宁')
    await sun.waitForText('希望入住日期')
    await sun.fill('几个人住', '2')
    await sun.tap('提交申请')
    await sun.waitForText('申请已发给出租方')

    await wang.page.goto(`${demo.base}/#/pages/tab/tenancy`)
    await wang.page.reload()
    await wang.tap(`孙宁想租“${TITLE}”`)
    await wang.tap('起草租约')
    await wang.tap('欠付租金及费用')
    await wang.tap('人为损坏房屋及设施')
    await wang.waitForText('收取押金须写明金额、返还时间和扣减事由，请补充')
    await wang.waitForText('规则 N-06 · 住房租赁条例第十条')
    await wang.tap('欠付租金及费用')
    await wang.tap('发给租客')
    await wang.tap('签署')
    await wang.tap('确认签署')
    await wang.waitForText('待对方签署')

    await sun.page.goto(`${demo.base}/#/pages/tab/tenancy`)
    await sun.page.reload()
    await sun.tap('核对条款后签署')
    await sun.waitForText(`${today} 至 ${addDays(addMonths(today, 12), -1)}`)
    await sun.tap('签署')
    await sun.tap('确认签署')
    await sun.waitForText('办理备案')
    const guest = await windowOf('tab/find')
    await guest.waitForText('近地铁次卧，采光好')
    expect(await guest.text()).not.toContain(TITLE)
  })

  it('4 · the law stops a crowded filing', async () => {
    await sun.tap('办理备案')
    await sun.fill('证件号码', personaOf('sun').identityNumber)
    for (const name of ['张三', '孙小满']) {
      await sun.tap('添加居住人')
      await sun.fill('姓名', name)
    }
    await sun.waitForText('A室住 3 人，每个房间不得超过 2 人')
    await sun.waitForText('A室使用面积 14.2 ㎡，住 3 人，人均不足 5 ㎡')
    await sun.waitForText(/规则 SH-OCC-02 · .*第.*条/)
    await sun.waitForText(/规则 SH-OCC-04 · .*第.*条/)
    await sun.pick('与承租人关系', '子女')
    await sun.fill('证件号码', citizenNumber(704))
    await sun.tap('张三')
    await sun.tap('移除这位居住人')
    await sun.tap('移除')
    await sun.waitForText('没有问题')
    await sun.tap('下一步')
    await sun.waitForText('产权证号')
    await sun.tap('下一步')
    await sun.waitForText('租赁合同')
    await sun.tap('下一步')
    await declare(sun)
    await sun.tap('提交备案')
    await sun.waitForText('等待社区工作人员受理')
  })

  it('4 · the clerk of the town takes and returns it with the keyboard; the clerk of another town sees nothing', async () => {
    await wu.press(/^吴敏/)
    await wu.waitForText('当前身份')
    await wu.press('工作台')
    await openCase(wu, '孙宁')
    await wu.page.keyboard.press('t')
    await wu.waitForText('正在核对材料和居住规定')
    await wu.page.keyboard.press('r')
    await wu.press('亲属关系未证明', 'Space')
    await wu.press('亲属关系未证明', 'Shift')
    await wu.page.keyboard.type('请补填子女入住日期')
    expect(await wu.value('请写明哪里不符、怎么补')).toBe('请补填子女入住日期')
    await wu.press('退回，告知 1 项')
    await wu.press('退回')
    await wu.waitForText('已退回补正')

    const tang = await windowOf('person/login')
    await tang.tap('唐静')
    await tang.waitForText('当前身份')
    await tang.tab('工作台')
    for (const status of ['待受理', '退回补正']) {
      await tang.tap(status)
      await tang.waitForText(`没有${status}的备案`)
    }
  })

  it('4 · the tenant mends it, the clerk approves it, both parties see it', async () => {
    await sun.page.reload()
    await sun.waitForText('1. 亲属关系未证明：请补填子女入住日期')
    await sun.tap('去补正')
    await sun.fill('证件号码', personaOf('sun').identityNumber)
    await sun.tap('孙小满')
    await sun.fill('证件号码', citizenNumber(704))
    await sun.pick('入住日期', today)
    await sun.tap('下一步')
    await sun.waitForText('产权证号')
    await sun.tap('下一步')
    await sun.waitForText('租赁合同')
    await sun.tap('下一步')
    await declare(sun)
    await sun.tap('重新提交')
    await sun.waitForText('已重新提交')

    await wu.page.reload()
    await wu.press('审核中')
    await openCase(wu, '孙宁')
    await wu.waitForText('正在核对材料和居住规定')
    await wu.page.keyboard.press('a')
    await wu.waitForText('通过这份备案？')
    await wu.press('通过')
    await wu.waitForText('备案已通过')
    for (const party of [sun, wang]) {
      await party.page.goto(`${demo.base}/#/pages/filing/mine`)
      await party.page.reload()
      await party.waitForText('碧波苑 合租单间 A室')
      await party.waitForText('已通过')
    }
  })

  it('5 · the sublandlord books deposit and first rent: the income is the rent, the deposit is owed', async () => {
    const before = await demo.as('wang', ledgerRoutes.readBook, {})
    await wang.page.goto(`${demo.base}/#/pages/tab/tenancy`)
    await wang.tab('房管')
    await wang.tap('租约')
    await wang.waitForText('出租的租约')
    await wang.tap(/^碧波路690弄7号302室/)
    await wang.tap('记收款')
    await wang.tap(/^孙宁 · 租金、押金/)
    await wang.tap('记收款')
    await wang.tap('记入 ¥12,800')
    await wang.waitForText('已收')
    await wang.page.goto(`${demo.base}/#/pages/ledger/book`)
    await wang.waitForText('+¥9,600')
    const words = (await wang.text()).replace(/\s+/g, ' ')
    expect(words).toContain(`本月实收 ¥${yuan(before.results.cash.incomeFen + 960_000)}`)
    expect(words).toContain(`现在应退押金 押金要还给租客，是负债，不是收入 ¥${yuan(before.depositsHeldFen + 320_000)}`)
  })

  it('says nothing wrong in any window', () => {
    for (const window of windows) expect(window.errors).toEqual([])
  })
})

/** The four sentences of 声明与提交. */
async function declare(window: BrowserPage): Promise<void> {
  await window.waitForText('请逐条确认')
  for (const sentence of ['所填内容真实', '房屋没有分隔搭建', '居住人数和人均面积符合规定', '已做消防和燃气安全自查'])
    await window.tap(new RegExp(`^${sentence}`), { nth: 0 })
}

/** Walks down the queue with j until this tenant's case has the focus, and opens it. */
async function openCase(window: BrowserPage, tenant: string): Promise<void> {
  await window.waitForText(tenant)
  const focused = () => window.page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let steps = 0; !(await focused()).startsWith(tenant) && steps < 20; steps += 1)
    await window.page.keyboard.press('j')
  await window.page.keyboard.press('Enter')
  await window.waitForText('审核要点')
}
