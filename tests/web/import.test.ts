import { readFileSync } from 'node:fs'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { SHEETS, type SheetName } from '@anju/shared/import/sheets'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from './browser-page.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'
import { enter, goTo, look } from './visitor.ts'

type Rows = Partial<Record<SheetName, (string | number | null)[][]>>

async function workbook(rows: Rows): Promise<Buffer> {
  const sheets = (Object.keys(SHEETS) as SheetName[]).map((name) => ({
    sheet: SHEETS[name].name,
    data: [
      SHEETS[name].columns.map((column) => ({ value: column.name })),
      ...(rows[name] ?? []).map((cells) => cells.map((value) => (value === null ? null : { value }))),
    ],
  }))
  return writeXlsxFile(sheets as never).toBuffer()
}

const home = ['H1', '310115125', '盛夏路', '8弄', '2号', '301室', '听潮苑', '住宅', 2, null]
const rooms = ['A', 'B'].map((roomNo) => ['H1', roomNo, '卧室', 14.2, null])
const place = ['H1', 'A', null]
const money = [3000, 3000, '3', null]
const lease = (endOn: string) => [...place, '周晓雯', '13800000001', '2026-03-10', endOn, ...money]

/** A sublandlord brings their spreadsheet, is told what is wrong in it, imports it, and takes everything out again. */
describe('spreadsheets in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let holder: BrowserPage

  const choose = async (button: string, rows: Rows) => {
    const choosing = holder.page.waitForEvent('filechooser')
    await holder.tap(button)
    const buffer = await workbook(rows)
    await (await choosing).setFiles({ name: '我的房源.xlsx', mimeType: 'application/octet-stream', buffer })
  }
  const downloaded = async (button: string): Promise<Buffer> => {
    const waiting = holder.page.waitForEvent('download')
    await holder.tap(button)
    return readFileSync(await (await waiting).path())
  }

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5', { sandbox: true }))
    browser = await launchBrowser()
    holder = await enter(demo, browser, 'chen')
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('tells every fault first, then imports, and the second time adds nothing', async () => {
    const before = (await demo.as('chen', dwellingRoutes.listDwellings, { limit: 50 })).items.length
    await goTo(holder, 'business/import')
    await holder.waitForText('先试读，不写入')
    await look(holder, 'import')
    expect(Object.keys(unzipSync(await downloaded('下载模板')))).toContain('xl/workbook.xml')
    await choose('选择表格', { homes: [home], rooms, leases: [lease('2026-02-30')] })
    await holder.waitForText('日期应写成 2026-03-10')
    await look(holder, 'import-faults')
    const good = { homes: [home], rooms, leases: [lease('2099-03-09')] }
    await choose('改好后重新选择', good)
    await holder.waitForText('可以导入')
    await look(holder, 'import-ready')
    await holder.tap('开始导入')
    await holder.waitForText('导入完成')
    await holder.waitForText('新增 2，已有 0，未导入 0')
    await look(holder, 'import-done')
    await goTo(holder, 'business/import')
    await choose('选择表格', good)
    await holder.tap('开始导入')
    await holder.waitForText('新增 0，已有 2，未导入 0')
    expect((await demo.as('chen', dwellingRoutes.listDwellings, { limit: 50 })).items.length).toBe(before + 1)
  })

  it('takes everything out', async () => {
    await goTo(holder, 'business/export')
    await holder.waitForText('房屋、租约、员工和图片清单')
    await look(holder, 'export')
    const files = unzipSync(await downloaded('房屋、租约、员工和图片清单'))
    expect(strFromU8(files['homes.csv'] as Uint8Array)).toContain('盛夏路')
    expect(holder.errors).toEqual([])
  })
})
