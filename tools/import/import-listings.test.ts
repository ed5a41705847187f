import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRegion, fullName } from '@anju/functions/region/region.data'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../../tests/client'
import { sharedDataPresent, sharedFile } from '../../tests/shared-data'
import { openTown, type Town } from '../../tests/town'
import { type ImportOptions, importListings } from './import-listings'
import { type Field, mappingFor } from './mapping'
import { judgeRow, type Reason } from './row'
import { rowsOf } from './rows'

const settings = { region: '3101', findRegion, fullName }
const judge = (cells: Partial<Record<Field, string>>, more = {}) =>
  judgeRow((field) => ({ district: '浦东', community: '听潮苑', rent: '4400', area: '60', ...cells })[field] ?? '', {
    ...settings,
    ...more,
  })

describe('one row', () => {
  it.each([
    [{ rent: '4400.0' }, { rentFen: 440_000 }],
    [{ rent: '4,400元/月' }, { rentFen: 440_000 }],
    [{ area: '60.256㎡' }, { areaSquareMetres: 60.26 }],
    [{ district: '浦东新区' }, { districtCode: '310115', regionName: '上海市浦东新区' }],
    [{ layout: '2室1厅1卫' }, { layout: { bedrooms: 2, livingRooms: 1, bathrooms: 1 } }],
    [{ orientation: '南/北' }, { orientation: 'south_north' }],
    [{ orientation: '东南/南' }, { orientation: 'southeast' }],
    [{ floorBand: '高楼层（共18层）' }, { floorBand: 'high', totalFloors: 18 }],
    [{ unitKind: '合租' }, { unitKind: 'room' }],
    [{ town: '张江镇' }, { townCode: '310115125' }],
    [
      { title: '', orientation: '南', bedrooms: '2', livingRooms: '1', bathrooms: '1' },
      { title: '听潮苑 2室1厅1卫 朝南' },
    ],
  ] as [Partial<Record<Field, string>>, object][])('%j is kept', (cells, facts) => {
    expect(judge(cells)).toMatchObject({ ok: true, facts })
  })
  it.each([
    [{ rent: '3600-4000' }, 'rent_range'],
    [{ rent: '3600~4000元' }, 'rent_range'],
    [{ rent: '面议' }, 'rent_invalid'],
    [{ rent: '' }, 'rent_missing'],
    [{ rent: '44' }, 'rent_implausible'],
    [{ area: '1' }, 'area_implausible'],
    [{ area: '6132' }, 'area_implausible'],
    [{ area: '大' }, 'area_invalid'],
    [{ rent: '400000', area: '60' }, 'rent_per_area_implausible'],
    [{ district: '' }, 'district_missing'],
    [{ district: '朝阳' }, 'district_unknown'],
    [{ community: '' }, 'community_missing'],
    [{ bedrooms: '9', area: '20' }, 'layout_implausible'],
  ] as [Partial<Record<Field, string>>, Reason][])('%j is refused: %s', (cells, reason) => {
    expect(judge(cells)).toEqual({ ok: false, reason })
  })
  it('keeps what is unknown unknown: no layout, no direction, a point without a datum', () => {
    const judged = judge({ orientation: '复式', bedrooms: 'x', longitude: '121.6', latitude: '31.2' })
    expect(judged.ok && [judged.facts.layout, judged.facts.orientation, judged.facts.point]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  it('moves BD-09 to GCJ-02', () => {
    const judged = judge({ longitude: '121.6', latitude: '31.2' }, { coordinates: 'bd09' })
    expect(judged.ok && judged.facts.point).toEqual({
      longitude: expect.closeTo(121.5935, 3),
      latitude: expect.closeTo(31.1941, 3),
    })
  })
})

describe('a file', () => {
  let town: Town
  const folder = mkdtempSync(join(tmpdir(), 'anju-import-'))
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.close()
  })
  const run = async (name: string, text: string | Buffer, options: Partial<ImportOptions> = {}) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    const refused: string[] = []
    const report = await importListings(town.world.store, {
      file,
      region: '3101',
      now: '2026-11-20T02:00:00.000Z',
      refuse: (line, reason) => refused.push(`${line} ${reason}`),
      ...options,
    })
    return { report, refused }
  }
  const TEXT =
    '编号,区县,小区,面积,月租金\nX1,浦东,听潮苑,60,4400\nX2,浦东,青桐里,1,4000\nX3,浦东,青桐里,50,3600-4000\nX1,浦东,听潮苑,60,4400\nX5,浦东\n\n"X6",浦东,"云栖, 小区",70,5200\n'

  it('imports what can be defended and tells line and reason of the rest', async () => {
    const { report, refused } = await run('a.csv', TEXT)
    expect(report).toEqual({
      read: 6,
      imported: 2,
      unchanged: 0,
      refused: 4,
      reasons: { area_implausible: 1, rent_range: 1, reference_repeated: 1, columns: 1 },
    })
    expect(refused).toEqual(['3 area_implausible', '4 rent_range', '5 reference_repeated', '6 columns'])
    const found = (await request(town.base, listingRoutes.searchListings, { region: '310115', sort: 'rent' })).value
      .items
    expect(found.map((card) => [card.communityName, card.rentFen])).toEqual([
      ['听潮苑', 440_000],
      ['云栖, 小区', 520_000],
    ])
  })
  it('changes nothing the second time, and only what changed the third', async () => {
    expect((await run('a.csv', TEXT)).report).toMatchObject({ imported: 0, unchanged: 2 })
    expect((await run('a.csv', TEXT.replace('60,4400\nX2', '60,4500\nX2'))).report).toMatchObject({
      imported: 1,
      unchanged: 1,
    })
    const found = (await request(town.base, listingRoutes.searchListings, { region: '310115', sort: 'rent' })).value
      .items
    expect(found.map((card) => card.rentFen)).toEqual([450_000, 520_000])
  })
  it('reads GB 18030 as well', async () => {
    // 编号,区县,小区,面积,月租金 / G1,浦东,安居里,60,4700
    const gb = Buffer.from(
      'b1e0bac52cc7f8cfd82cd0a1c7f82cc3e6bbfd2cd4c2d7e2bdf00a47312cc6d6b6ab2cb0b2bed3c0ef2c36302c343730300a',
      'hex',
    )
    expect((await run('gb.csv', gb)).report).toMatchObject({ read: 1, imported: 1, refused: 0 })
  })
  it('an empty file is no error', async () => {
    expect((await run('empty.csv', '')).report).toMatchObject({ read: 0, imported: 0 })
  })

  it.runIf(sharedDataPresent)('judges all 25,830 real rows', async () => {
    const file = sharedFile('listings/shanghai.csv')
    const counts: Record<string, number> = {}
    let columns: string[] | undefined
    for await (const { cells } of rowsOf(file)) {
      if (!columns) {
        columns = cells
        continue
      }
      const mapping = mappingFor(columns)
      const judged = judgeRow((field) => cells[columns?.indexOf(mapping.columns[field] ?? '') ?? -1] ?? '', {
        ...settings,
        coordinates: mapping.coordinates,
      })
      const key = judged.ok ? 'kept' : judged.reason
      counts[key] = (counts[key] ?? 0) + 1
      if (Object.values(counts).reduce((sum, count) => sum + count, 0) === 25_830) break
    }
    expect(counts).toEqual({ kept: 25_829, rent_per_area_implausible: 1 })
  })
})
