import { settleDay } from '@anju/functions/daily'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { businessIdOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { importFileRoutes, importRoutes } from '@anju/shared/import/import.routes'
import { SHEETS, type SheetName } from '@anju/shared/import/sheets'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { audit } from './faults/audit'
import { searchForSecrets } from './secrecy'
import { type Citizen, openTown, type Town } from './town'

type Cells = (string | number | Date | null)[]
type Book = Partial<Record<SheetName, Cells[]>>

/** A workbook as a spreadsheet program saves it. */
async function xlsx(book: Book): Promise<string> {
  const sheets = (Object.keys(SHEETS) as SheetName[]).map((name) => ({
    sheet: SHEETS[name].name,
    data: [
      SHEETS[name].columns.map((column) => ({ value: column.name })),
      ...(book[name] ?? []).map((cells) =>
        cells.map((value) =>
          value === null ? null : value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value },
        ),
      ),
    ],
  }))
  return (await writeXlsxFile(sheets as never).toBuffer()).toString('base64')
}

const home = (key: string, room: string): Cells => [
  key,
  '310115125',
  '碧波路',
  '9弄',
  '1号',
  room,
  '听潮苑',
  '住宅',
  2,
  null,
]
const rooms = (key: string): Cells[] => [
  [key, 'A', '卧室', 14.2, null],
  [key, 'B', '卧室', '12', null],
  [key, '厅', '客厅', null, null],
]
const lease = (key: string, roomNo: string, more: Partial<Record<number, Cells[number]>> = {}): Cells => {
  const cells: Cells = [
    key,
    roomNo,
    null,
    '周晓雯',
    '13800000001',
    '2026-03-10',
    '2027-03-09',
    3000,
    3000,
    3,
    '2026-12-09',
  ]
  for (const [index, value] of Object.entries(more)) cells[Number(index)] = value as Cells[number]
  return cells
}
const whole: Book = {
  homes: [home('H1', '101室'), home('H2', '102室')],
  rooms: [...rooms('H1'), ...rooms('H2')],
  leases: [
    lease('H1', 'A'),
    lease('H1', 'B', { 3: '王一', 4: null, 5: new Date(Date.UTC(2026, 5, 1)), 6: '2027/5/31', 9: 1, 10: null }),
  ],
  openings: [
    ['现金及存款', 20000.5, '2026-11-20', '三张卡'],
    ['付给业主的押金', 6000, '2026-11-20', null],
  ],
}

describe('从表格导入', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-23T02:00:00.000Z')
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })
  const join = () => town.join({ hats: [{ role: 'sublandlord' }], name: '房管人' })
  const readFile = async (who: Citizen, book: Book) =>
    (await who.call(importFileRoutes.readImportFile, { fileBase64: await xlsx(book) })).value
  /** What the client does: homes first, then the leases with the ids of their homes, then the balances. */
  async function write(who: Citizen, book: Book) {
    const rows = await readFile(who, book)
    expect(rows.faults).toEqual([])
    const { homes } = (await who.call(importRoutes.importRows, { homes: rows.homes })).value
    const ids = new Map(rows.homes.map(({ homeKey }, index) => [homeKey, homes[index]?.dwellingId]))
    const leases = rows.leases.map(({ homeKey, ...rest }) => ({ ...rest, dwellingId: ids.get(homeKey) as never }))
    const rest = (await who.call(importRoutes.importRows, { leases, openings: rows.openings })).value
    return { homes, leases: rest.leases, openings: rest.openings }
  }
  const outcomes = ({ homes, leases, openings }: Awaited<ReturnType<typeof write>>) =>
    [homes, leases, openings].map((rows) => rows.map(({ outcome }) => outcome))

  it('the template has all sheets, and what it shows as an example can be read', async () => {
    const who = await join()
    const { fileName, bytes } = (await who.call(importFileRoutes.readImportTemplate, {})).value
    expect(fileName).toBe('安居导入模板.xlsx')
    const sheets = await readXlsxFile(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['说明', '房屋', '房间', '租客与租约', '期初余额'])
    const fileBase64 = Buffer.from(bytes).toString('base64')
    const read = (await who.call(importFileRoutes.readImportFile, { fileBase64 })).value
    expect(read.faults).toEqual([{ sheet: '期初余额', row: 2, column: '截至日期', message: '日期不能晚于今天' }])
    expect([read.homes.length, read.leases.length, read.openings.length]).toEqual([1, 1, 1])
  })

  it('reading tells every bad row with its sheet, row and column, and writes nothing', async () => {
    const who = await join()
    const { faults } = await readFile(who, {
      homes: [home('H1', '201室'), home('H1', '202室'), home('H3', '203室').with(1, '310115999') as Cells],
      rooms: [...rooms('H1'), ['H1', 'A', '卧室', 10, null], ['H9', 'A', '厨房间', 'x', null]],
      leases: [
        lease('H1', 'A'),
        lease('H1', 'A', { 3: '王', 7: '三千' }),
        lease('H1', 'C', { 6: '2026-01-01' }),
        lease('H1', 'B', { 10: '2026-12-01', 4: '123' }),
      ],
      openings: [
        ['现金', 1, '2026-11-20', null],
        ['现金及存款', -5, '20261120', null],
      ],
    })
    const places = faults.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)
    expect(places).toEqual(
      expect.arrayContaining([
        '房间 6 原始用途',
        '房间 6 使用面积',
        '房屋 3 房屋编号',
        '房屋 4 房屋编号',
        '租客与租约 3 月租金',
        '租客与租约 3 租客姓名',
        '租客与租约 5 手机号',
        '期初余额 2 科目',
        '期初余额 3 余额',
        '期初余额 3 截至日期',
      ]),
    )
    for (const { message } of faults) expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect((await who.call(dwellingRoutes.listDwellings, {})).value.items).toEqual([])
  })

  it('what is no spreadsheet, or one that unpacks into too much, is refused', async () => {
    const who = await join()
    const read = (bytes: Buffer) => who.call(importFileRoutes.readImportFile, { fileBase64: bytes.toString('base64') })
    expect((await read(Buffer.from('房屋,房间'))).error.code).toBe('import.not_readable')
    const { zipSync } = await import('fflate')
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 })
    expect((await read(Buffer.from(bomb))).error.code).toBe('import.too_large')
    const other = await writeXlsxFile([[{ value: '别的' }]]).toBuffer()
    expect((await read(other)).error.code).toBe('import.not_readable')
  })

  it('writes homes, running leases on paper and balances; the same file again adds nothing', async () => {
    const who = await join()
    expect(outcomes(await write(who, whole))).toEqual([
      ['added', 'added'],
      ['added', 'added'],
      ['added', 'added'],
    ])
    expect(outcomes(await write(who, whole))).toEqual([
      ['present', 'present'],
      ['present', 'present'],
      ['present', 'present'],
    ])
    const leases = (await who.call(leaseRoutes.listLeases, { side: 'lessor' })).value.items
    expect(
      leases
        .map(({ lesseeName, status, paper }) => ({ lesseeName, status, paper }))
        .sort((one, other) => (one.lesseeName < other.lesseeName ? 1 : -1)),
    ).toEqual([
      { lesseeName: '王一', status: 'active', paper: { billsFrom: '2026-06-01' } },
      { lesseeName: '周晓雯', status: 'active', paper: { billsFrom: '2026-12-10', phoneMasked: '138****0001' } },
    ])
    expect(await searchForSecrets(town, ['13800000001'])).toEqual([])
    const { homes } = (await who.call(businessRoutes.readBusiness, { businessId: businessIdOf(who.id) })).value
    expect(homes).toBe(2)
    const entries = (await who.call(ledgerRoutes.listEntries, { limit: 50 })).value.items
    const total = (account: string) =>
      entries
        .flatMap(({ postings }) => postings)
        .reduce(
          (sum, { debit, credit, amountFen }) =>
            sum + (debit === account ? amountFen : 0) - (credit === account ? amountFen : 0),
          0,
        )
    expect([total('cash'), total('deposit_held'), total('head_deposit_paid')]).toEqual([2_000_050, -600_000, 600_000])
  })

  it('bills begin where the rent is not paid yet, and ask for no deposit again', async () => {
    const who = await join()
    void (await write(who, whole))
    await settleDay(town.world, '2026-12-04T00:05:00.000Z', ['310115'])
    const leases = (await who.call(leaseRoutes.listLeases, { side: 'lessor' })).value.items
    const billsOf = async (name: string) => {
      const leaseId = leases.find(({ lesseeName }) => lesseeName === name)?.id as (typeof leases)[number]['id']
      const { items } = (await who.call(billRoutes.listLeaseBills, { leaseId, limit: 50 })).value
      return items.map(({ from, amountFen }) => `${from} ${amountFen}`).sort()
    }
    expect(await billsOf('周晓雯')).toEqual(['2026-12-10 900000'])
    const unpaid = await billsOf('王一')
    expect(unpaid[0]).toBe('2026-06-01 300000')
    expect(unpaid.slice(1, 3)).toEqual(['2026-07-01 300000', '2026-08-01 300000'])
  })

  it('an import that broke off goes on where it stopped; one bad row spoils no other', async () => {
    const who = await join()
    const rows = await readFile(who, whole)
    const first = rows.homes.slice(0, 1)
    const half = (await who.call(importRoutes.importRows, { homes: first })).value.homes[0]
    expect(half?.outcome).toBe('added')
    const { homeKey: _key, ...good } = rows.leases[0] as (typeof rows.leases)[number]
    const dwellingId = half?.dwellingId as NonNullable<typeof half>['dwellingId'] as never
    const slice = [
      { ...good, dwellingId },
      { ...good, dwellingId, startOn: '2026-04-10', unit: { kind: 'whole' as const } },
      { ...good, dwellingId, unit: { kind: 'room' as const, roomNo: 'X' } },
    ]
    const { leases } = (await who.call(importRoutes.importRows, { leases: slice })).value
    expect(leases.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'refused'])
    expect(leases[1]?.message).toContain('不能重复出租')
    expect(outcomes(await write(who, whole))[0]).toEqual(['present', 'added'])
    const stranger = await join()
    const theirs = (await stranger.call(importRoutes.importRows, { leases: [slice[0] as never] })).value.leases[0]
    expect([theirs?.outcome, theirs?.message]).toEqual(['refused', '没有找到这处房屋，请返回列表重新选择'])
  })

  it('two devices that import the same file at once make everything once', async () => {
    const who = await join()
    const both = await Promise.all([write(who, whole), write(who, whole)])
    expect(both.flatMap(({ homes }) => homes).filter(({ outcome }) => outcome === 'added').length).toBe(2)
    expect((await who.call(leaseRoutes.listLeases, { side: 'lessor' })).value.items.length).toBe(2)
  })
})
