import { addMonths, dayAt } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { MeterId, PictureId } from '@anju/shared/id'
import { MeterKind } from '@anju/shared/meter/device'
import type { MeterPlace } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { pngOf } from '../picture-bytes.ts'
import { commandId, newId, ZHANGJIANG } from '../town.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from './browser-page.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'
import { enter } from './visitor.ts'

const ROUND = '/#/pages/meter/round'
const today = dayAt(new Date().toISOString())
const lastMonth = addMonths(today, -1)
const FORTY = 40

/** Forty meters in two homes, walked with the thumb: with a line, without one, and with one that loses answers. */
describe('a meter round of forty', { timeout: 180_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let wang: BrowserPage
  const meters: MeterId[] = []

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5', { sandbox: true }))
    browser = await launchBrowser()
    const home = (await demo.as('wang', dwellingRoutes.listDwellings, {})).items[0]
    if (!home) throw new Error('wang has no home')
    const { address, communityName, certificateBedrooms, rooms } = await demo.as('wang', dwellingRoutes.readDwelling, {
      dwellingId: home.id,
    })
    const second = newId('dwl', ZHANGJIANG)
    await demo.as('wang', dwellingRoutes.registerDwelling, {
      commandId: commandId(),
      dwellingId: second,
      address: { ...address, room: '503' },
      communityName,
      certificateBedrooms,
      rooms,
    })
    const places: MeterPlace[] = [
      { kind: 'whole' },
      { kind: 'common' },
      ...rooms.map(({ roomNo }) => ({ kind: 'room' as const, roomNo })),
    ]
    for (const dwellingId of [home.id, second])
      for (const place of places)
        for (const kind of MeterKind.options) {
          if (meters.length === FORTY) break
          const meterId = newId('mtr', ZHANGJIANG)
          await demo.as('wang', meterRoutes.registerMeter, {
            commandId: commandId(),
            dwellingId,
            meterId,
            kind,
            place,
            walkNo: meters.length + 1,
            device: { serialNo: `S${meters.length + 1}`, digits: 5, decimals: 0 },
            first: { totalMilli: 100_000 },
            installedOn: lastMonth,
          })
          meters.push(meterId)
        }
    wang = await enter(demo, browser, 'wang')
    await wang.page.goto(`${demo.base}${ROUND}`)
    await wang.waitForText('本月 0/40')
  }, BUILD_MILLIS)

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  const historyOf = async (index: number) =>
    (await demo.as('wang', meterRoutes.listReadings, { meterId: meters[index] as MeterId })).items
  /** The keypad: digits, then on to the next; waits until the screen has moved on. */
  const keyIn = async (index: number, digits: string) => {
    await wang.waitForText(`表号 S${index + 1}`)
    for (const digit of digits) await wang.page.locator('.keypad-key').getByText(digit, { exact: true }).click()
    await wang.tap('保存，下一块')
  }
  const setOffline = (offline: boolean) => wang.page.context().setOffline(offline)
  const sent = async (index: number) => {
    await expect.poll(async () => (await historyOf(index)).length, { timeout: 30_000 }).toBe(1)
    return (await historyOf(index))[0]
  }

  it('with a line: entered, sent, on to the next', async () => {
    await keyIn(0, '105')
    await wang.waitForText('表号 S2')
    const [chooser] = await Promise.all([wang.page.waitForEvent('filechooser'), wang.tap('拍照（可不拍）')])
    await chooser.setFiles({ name: 'dial.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(24, 16)) })
    await wang.waitForText('已拍照，重拍')
    await keyIn(1, '106')
    await wang.waitForText('本月 2/40')
    expect((await sent(0))?.totalMilli).toBe(105_000)
    const { totalMilli, pictureId } = (await sent(1)) ?? {}
    expect(totalMilli).toBe(106_000)
    const picture = await demo.as('wang', pictureRoutes.readPicture, { pictureId: pictureId as PictureId })
    expect([picture.purpose, picture.mediaType, picture.widthPixels]).toEqual(['meter', 'image/jpeg', 24])
  })

  it('lower than before, and beyond all measure, is stopped before it is kept', async () => {
    await keyIn(2, '99')
    await wang.waitForText('表不会倒走')
    await wang.tap('再看一遍表')
    for (let taps = 0; taps < 2; taps++) await wang.page.getByLabel('退格').click()
    await keyIn(2, '900')
    await wang.waitForText('用量比以往多得多')
    await wang.tap('漏水或故障')
    await wang.tap('没错，保存')
    expect(await sent(2)).toMatchObject({ totalMilli: 900_000, suspicions: ['jump'], reason: '漏水或故障' })
  })

  it('without a line: kept and marked, there after the app was closed, sent once when the line is back', async () => {
    await setOffline(true)
    for (const index of [3, 4, 5, 6]) await keyIn(index, `11${index}`)
    await wang.waitForText('4 条未上传，已存在本机，联网后自动上传')
    await wang.waitForText('本月 7/40')
    expect(await historyOf(3)).toEqual([])
    await wang.tap('还剩 33 块')
    await wang.waitForText('本机 113')
    await wang.page.keyboard.press('Escape')
    await wang.page.goto('about:blank')
    // Meanwhile somebody else reads the seventh meter and sees another value.
    await demo.as('wang', meterRoutes.recordReading, {
      commandId: commandId(),
      meterId: meters[6] as MeterId,
      readingId: newId('rdg'),
      on: today,
      totalMilli: 119_000,
    })
    await setOffline(false)
    await wang.page.goto(`${demo.base}${ROUND}`)
    for (const index of [3, 4, 5]) expect((await sent(index))?.totalMilli).toBe(110_000 + index * 1_000)
  })

  it('a conflict is shown with both values until somebody decides', async () => {
    await wang.waitForText('1 条要您决定')
    expect((await sent(6))?.totalMilli).toBe(119_000)
    await wang.tap('1 条要您决定')
    await wang.waitForText('已上传的')
    await wang.tap('改为 116')
    await expect
      .poll(async () => (await historyOf(6)).map((row) => [row.totalMilli, row.reversed !== undefined]), {
        timeout: 30_000,
      })
      .toEqual(
        expect.arrayContaining([
          [116_000, false],
          [119_000, true],
        ]),
      )
    await expect.poll(() => wang.text(), { timeout: 20_000 }).not.toContain('要您决定')
  })

  it('an answer that is lost: the same command goes again, the reading is there once', async () => {
    let lost = 0
    await wang.page.route('**/api/meters/*/readings', async (route) => {
      if (lost++ > 3) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await keyIn(7, '120')
    await wang.waitForText('1 条未上传')
    await expect.poll(() => wang.text(), { timeout: 40_000 }).not.toContain('未上传')
    expect(lost).toBeGreaterThan(4)
    expect((await sent(7))?.totalMilli).toBe(120_000)
    await wang.page.unroute('**/api/meters/*/readings')
  })

  it('forty of forty', async () => {
    for (let index = 8; index < FORTY; index++) await keyIn(index, '108')
    await wang.waitForText('本月都抄完了')
    await wang.waitForText('本月 40/40')
    await expect.poll(() => wang.text(), { timeout: 30_000 }).not.toContain('未上传')
    for (let index = 8; index < FORTY; index++) expect((await historyOf(index)).length).toBe(1)
    expect(await wang.checkAxe()).toEqual([])
  })
})
