import { addDays, addMonths, dayAt } from '@anju/shared/day'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { citizenNumber, openTown, TANG, type Town, ZHANGJIANG } from '../town.ts'
import { BUILD_MILLIS, built } from './built.ts'
import { type Device, openDevice } from './device.ts'
import { LARGEST_SET_DATA, weighed } from './set-data.ts'
import { logIn, putOnMarket, tellIdentity } from './story.ts'

const today = dayAt(new Date().toISOString())
const lastDay = addDays(addMonths(today, 12), -1)
const TITLE = '朝南主卧，近地铁'
const [ZHOU_NUMBER, CHEN_NUMBER, CHILD_NUMBER] = [citizenNumber(701), citizenNumber(702), citizenNumber(703)]

/** The production build of the mini-program, tapped through by its words on several phones, over the real API. */
describe('a home is found, let, filed and booked on phones', { timeout: 60_000 }, () => {
  let town: Town
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
      await chen.tap('登记房屋')
      await chen.waitForText('请选择街镇')
      await chen.tap('.control-wrong', { nth: 0 })
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
      await chen.waitForText('押一付三，租客首期应付 12,800.00 元')
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

      await chen.tab('房管').catch(() => chen.back())
      await chen.tap(`周晓雯想租“${TITLE}”`)
      await chen.tap('起草租约')
      await chen.tap('欠付租金及费用')
      await chen.tap('人为损坏房屋及设施')
      await chen.waitForText('收取押金须写明金额、返还时间和扣减事由，请补充')
      await chen.waitForText('规则 N-06 · 住房租赁条例第十条')
      await chen.tap('提交租约')
      await chen.waitForText('请先按提示修改')
      await chen.tap('欠付租金及费用')
      await chen.tap('人为损坏房屋及设施')
      await chen.tap('提交租约')
      await chen.tap('签署')
      await chen.tap('确认签署')
      await chen.waitForText('待对方签署')

      await zhou.back()
      await zhou.tab('租约')
      await zhou.waitForText('待我签署')
      await zhou.tap('核对条款后签署')
      await zhou.waitForText(`${today} 至 ${lastDay}`)
      await zhou.tap('签署')
      await zhou.tap('确认签署')
      await zhou.waitForText('办理备案')
      await zhou.back()
      await zhou.tab('找房')
      await zhou.tap('租金低')
      await zhou.waitForText('共 3 条，已全部显示')
      expect(await zhou.text()).not.toContain(TITLE)
    }))
})
