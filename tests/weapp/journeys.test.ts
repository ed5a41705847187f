import { streamOver } from '@anju/functions/stream'
import { addDays, addMonths, dayAt, daysBetween } from '@anju/shared/day'
import { filingDueOn } from '@anju/shared/filing/time-limits'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pumpStream } from '../../tools/stream-pump.ts'
import { launchBrowser } from '../browser.ts'
import { citizenNumber, openTown, TANG, type Town, ZHANGJIANG } from '../town.ts'
import { BUILD_MILLIS, built } from './built.ts'
import { type Device, openDevice } from './device.ts'
import { LARGEST_SET_DATA, weighed } from './set-data.ts'
import { goToTab, logIn, putOnMarket, tellIdentity } from './story.ts'

const today = dayAt(new Date().toISOString())
const lastDay = addDays(addMonths(today, 12), -1)
const TITLE = '朝南主卧，近地铁'
const [ZHOU_NUMBER, CHEN_NUMBER, CHILD_NUMBER] = [citizenNumber(701), citizenNumber(702), citizenNumber(703)]

/** The production build of the mini-program, tapped through by its words on several phones, over the real API. */
describe('a home is found, let, filed and booked on phones', { timeout: 120_000 }, () => {
  let town: Town
  let stopStream: () => void
  let browser: Browser
  let dist: string
  let zhou: Device
  let chen: Device
  let wu: Device
  const devices: Device[] = []

  const phoneOf = async (openid: string): Promise<Device> => {
    const loginCode = () => town.wechat.loginCode(openid)
    const device = await openDevice(dist, { apiBase: town.base, browser, loginCode, privacyAgreed: true })
    devices.push(device)
    return device
  }
  /** Nothing that one setData carries is too large (WX-09). */
  const journey = async (name: string, phones: readonly Device[], steps: () => Promise<void>) => {
    const { largestBytes } = await weighed(name, phones, steps)
    expect(largestBytes).toBeLessThanOrEqual(LARGEST_SET_DATA)
  }

  beforeAll(async () => {
    dist = await built('weapp')
    town = await openTown()
    stopStream = await pumpStream(
      town.database.endpoint,
      town.tables.journal,
      streamOver(() => town.world),
    )
    browser = await launchBrowser()
    const lin = await town.join({ name: '林静', hats: [{ role: 'landlord' }] })
    const room = { townCode: ZHANGJIANG, bedrooms: 2, kind: 'room' } as const
    await putOnMarket(lin, { ...room, number: '1号', title: '安静次卧', rentFen: 280_000 })
    await putOnMarket(lin, { ...room, number: '2号', title: '高区景观房', rentFen: 330_000 })
    const whole = { ...room, number: '3号', bedrooms: 1, kind: 'whole' } as const
    await putOnMarket(lin, { ...whole, title: '整租一室', rentFen: 520_000 })
    await putOnMarket(lin, { ...room, townCode: TANG, number: '4号', title: '唐镇主卧', rentFen: 300_000 })
    const clerk = await town.join({ name: '吴敏', hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    zhou = await phoneOf('openid-zhou')
    chen = await phoneOf('openid-chen')
    wu = await phoneOf(clerk.openid)
  }, BUILD_MILLIS)

  afterAll(async () => {
    await browser?.close()
    stopStream?.()
    await town?.close()
  })

  it('1 · a guest finds a home by town, rent, kind and bedrooms, and reads about it', () =>
    journey('1 a guest finds a home', [zhou], async () => {
      await zhou.waitForText('整租一室')
      expect(await zhou.text()).not.toContain('唐镇主卧')
      await zhou.tap('租金低')
      await zhou.waitForText('共 3 条，已全部显示')
      expect((await zhou.text()).match(/安静次卧|高区景观房|整租一室/g)).toEqual(['安静次卧', '高区景观房', '整租一室'])

      await zhou.tap('浦东新区 张江镇')
      await zhou.tap('唐镇')
      await zhou.waitForText('唐镇主卧')
      await zhou.tap('浦东新区 唐镇')
      await zhou.tap('整个浦东新区')
      await zhou.waitForText('共 4 条，已全部显示')

      await zhou.tap('筛选')
      await zhou.fill('最低月租（元）', '3500')
      await zhou.fill('最高月租（元）', '3100')
      await zhou.waitForText('最高月租不能低于最低月租')
      await zhou.fill('最低月租（元）', '3100')
      await zhou.fill('最高月租（元）', '3500')
      await zhou.tap('合租单间')
      await zhou.tap('2 室')
      await zhou.tap('查看房源')
      await zhou.waitForText('共 1 条，已全部显示')
      expect(await zhou.text()).toContain('高区景观房')
      await zhou.tap('3,100–3,500 元')
      await zhou.waitForText('共 3 条，已全部显示')

      await zhou.tap('高区景观房')
      await zhou.waitForText('首期应付')
      const words = await zhou.text()
      for (const said of ['14.2 ㎡', '¥13,200', '每个房间最多住 2 人', '平台不代收']) expect(words).toContain(said)
      expect((await zhou.log()).calls.filter(({ name }) => name === 'login')).toEqual([])
    }))

  it('2 · the sublandlord logs in, says who they are, registers a home and advertises a room', () =>
    journey('2 a sublandlord advertises a room', [chen], async () => {
      await logIn(chen)
      await chen.tap('实名信息')
      await tellIdentity(chen, '陈海生', CHEN_NUMBER)
      await chen.waitForText('已填写')
      await chen.tap('添加或移除身份')
      await chen.tap('添加二房东')
      await chen.waitForText('已添加，并切换到二房东')
      expect(await chen.tabs()).toEqual(['找房', '房管', '我的'])

      await chen.tab('房管')
      await chen.waitForText('您还没有登记房屋')
      await chen.tap('登记房屋', { nth: 0 })
      await chen.waitForText('标准地址')
      await chen.tap('登记房屋')
      await chen.waitForText('请填写产证上有几间居室')
      await chen.tap('请选择街镇', { nth: 0 })
      await chen.tap('张江镇')
      for (const [label, text] of [
        ['小区', '听潮苑'],
        ['路', '藿香路'],
        ['弄', '１２３弄'],
        ['号', '5号'],
        ['室', '602室'],
        ['产证居室数', '2'],
        ['使用面积（㎡）', '14.2'],
      ] as const)
        await chen.fill(label, text)
      await chen.tap('添加房间')
      await chen.fill('房间号', 'B', { nth: 1 })
      await chen.fill('使用面积（㎡）', '9.8', { nth: 1 })
      await chen.tap('添加房间')
      await chen.fill('房间号', '厨', { nth: 2 })
      await chen.pick('原始设计用途', '厨房', { nth: 2 })
      await chen.waitForText('厨房不得出租供人居住')
      await chen.tap('登记房屋')
      await chen.waitForText('上海市浦东新区张江镇藿香路123弄5号602室')

      await chen.tap('发布房源', { within: 'A室' })
      await chen.fill('月租金（元）', '3200')
      await chen.tap('季付')
      await chen.waitForText('押一付三，租客首期应付 12,800 元')
      await chen.fill('标题', TITLE)
      await chen.pick('朝向', '朝南')
      await chen.tap('发布房源')
      await chen.waitForText('房源已发布')
      await chen.waitForText('已挂牌')
    }))

  it('3 · the tenant asks, the law stops a lease without grounds, both sign, the advert is gone', () =>
    journey('3 a lease is signed', [zhou, chen], async () => {
      await zhou.back()
      await zhou.tap('清除条件：合租单间')
      await zhou.tap(TITLE)
      await zhou.tap('申请租房')
      await zhou.tap('微信登录')
      await zhou.fill('几个人住', '2')
      await zhou.tap('提交申请')
      await zhou.tap('去填写实名信息')
      await tellIdentity(zhou, '周晓雯', ZHOU_NUMBER)
      await zhou.waitForText('居住人数')
      expect(await zhou.value('几个人住')).toBe('2')
      await zhou.tap('提交申请')
      await zhou.waitForText('撤回申请')

      await chen.restart()
      await goToTab(chen, '房管')
      await chen.tap(`周晓雯想租“${TITLE}”`)
      await chen.tap('起草租约')
      await chen.tap('欠付租金及费用')
      await chen.tap('人为损坏房屋及设施')
      await chen.waitForText('收取押金须写明金额、返还时间和扣减事由，请补充')
      await chen.waitForText('规则 N-06 · 住房租赁条例第十条')
      await chen.tap('发给租客')
      await chen.waitForText('请先按提示修改')
      await chen.tap('欠付租金及费用')
      await chen.tap('人为损坏房屋及设施')
      await chen.tap('发给租客')
      await chen.tap('签署')
      await chen.tap('确认签署')
      await chen.waitForText('待对方签署')

      await zhou.restart()
      await goToTab(zhou, '租约')
      await zhou.waitForText('待我签署')
      await zhou.tap('核对条款后签署')
      await zhou.waitForText(`${today} 至 ${lastDay}`)
      await zhou.tap('签署')
      await zhou.tap('确认签署')
      await zhou.waitForText('办理备案')
      await goToTab(zhou, '找房')
      await zhou.waitForText('共 4 条，已全部显示')
      expect(await zhou.text()).not.toContain(TITLE)
    }))

  it('4 · the law stops a crowded filing; the clerk of the town returns it, then approves it', () =>
    journey('4 a filing is approved', [zhou, chen, wu], async () => {
      await goToTab(zhou, '租约')
      await zhou.tap(`请在 ${filingDueOn(today)} 前办理备案，还有 ${daysBetween(today, filingDueOn(today))} 天`)
      await zhou.tap('办理备案')
      await zhou.fill('证件号码', ZHOU_NUMBER)
      for (const name of ['张三', '李四']) {
        await zhou.tap('添加居住人')
        await zhou.fill('姓名', name)
      }
      await zhou.waitForText('A室住 3 人，每个房间不得超过 2 人')
      await zhou.waitForText('A室使用面积 14.2 ㎡，住 3 人，人均不足 5 ㎡')
      await zhou.waitForText(/规则 SH-OCC-02 · .*第.*条/)
      await zhou.waitForText(/规则 SH-OCC-04 · .*第.*条/)
      await zhou.waitForText('现在不能提交：A室住 3 人')
      await zhou.tap('移除这位居住人')
      await zhou.tap('移除')
      await zhou.tap('张三')
      await zhou.fill('姓名', '周小宝')
      await zhou.pick('与承租人关系', '子女')
      await zhou.fill('证件号码', CHILD_NUMBER)
      await zhou.waitForText('没有问题')
      await zhou.tap('下一步')
      await zhou.waitForText('产权证号')
      await zhou.tap('下一步')
      await zhou.waitForText('租赁合同')
      await zhou.tap('下一步')
      await declare(zhou)
      await zhou.tap('提交备案')
      await zhou.waitForText('等待社区工作人员受理')

      const tang = await phoneOf((await town.join({ name: '唐静', hats: [{ role: 'clerk', region: TANG }] })).openid)
      await logIn(tang)
      await tang.tab('工作台')
      await tang.waitForText('没有待受理的备案')

      await logIn(wu)
      await wu.tab('工作台')
      await wu.tap('周晓雯')
      await wu.tap('受理')
      await wu.waitForText('已受理，由您审核')
      await wu.tap('退回补正')
      await wu.tap('亲属关系未证明', { nth: 0 })
      await wu.fill('请写明哪里不符、怎么补', '请补填子女入住日期')
      await wu.tap('退回，告知 1 项')
      await wu.tap('退回')
      await wu.waitForText('已退回补正')

      await goToTab(zhou, '我的')
      await zhou.tap('我的备案')
      await zhou.tap('退回补正')
      await zhou.waitForText('1. 亲属关系未证明：请补填子女入住日期')
      await zhou.tap('去补正')
      await zhou.fill('证件号码', ZHOU_NUMBER)
      await zhou.tap('周小宝')
      await zhou.fill('证件号码', CHILD_NUMBER)
      await zhou.pick('入住日期', today)
      await zhou.tap('下一步')
      await zhou.waitForText('产权证号')
      await zhou.tap('下一步')
      await zhou.waitForText('租赁合同')
      await zhou.tap('下一步')
      await declare(zhou)
      await zhou.tap('重新提交')
      await zhou.waitForText('已重新提交')

      await wu.back()
      await wu.tap('审核中')
      await wu.tap('周晓雯')
      await wu.tap('通过')
      await wu.tap('通过')
      await wu.waitForText('备案已通过')
      for (const party of [zhou, chen]) {
        await party.restart()
        await goToTab(party, '我的')
        await party.tap('我的备案')
        await party.waitForText('已通过')
      }
      await tang.tap('已通过')
      await tang.waitForText('没有已通过的备案')
    }))

  it('5 · the sublandlord books deposit and first rent: the income is the rent, the deposit is owed', () =>
    journey('5 money is booked', [chen], async () => {
      await goToTab(chen, '房管')
      await chen.tap('租约')
      await chen.tap('已备案')
      await chen.tap('记收款')
      await chen.tap(/^周晓雯 · 租金、押金/)
      await chen.tap('记收款')
      await chen.tap('记入 ¥12,800')
      await chen.waitForText('收款记录')
      await goToTab(chen, '房管')
      await chen.tap('账本')
      await chen.waitForText('+¥9,600')
      const words = (await chen.text()).replace(/\n/g, ' ')
      expect(words).toContain('本月实收 ¥9,600')
      expect(words).toMatch(/现在应退押金 押金要还给租客，是负债，不是收入 ¥3,200/)
      expect(words).toMatch(/现在现金及存款 历次收支合计 ¥12,800/)
    }))

  it('says nothing wrong on any phone', async () => {
    for (const device of devices) expect((await device.log()).errors).toEqual([])
  })
})

/** The four sentences of 声明与提交. */
async function declare(device: Device): Promise<void> {
  await device.waitForText('请逐条确认')
  for (const sentence of ['所填内容真实', '房屋没有分隔搭建', '居住人数和人均面积符合规定', '已做消防和燃气安全自查'])
    await device.tap(new RegExp(`^${sentence}`))
}
