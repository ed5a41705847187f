import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { checkRegionCode, covers } from '@anju/shared/region/region'
import { describe, expect, it, vi } from 'vitest'
import { childrenOf, findRegion, fullName, regionExists, regionName } from './region.data'

const REFERENCE = new URL('../../../shared/data/divisions/', import.meta.url)
const haveReference = existsSync(REFERENCE)
if (!haveReference) console.warn(`SKIPPED: no reference divisions at ${REFERENCE.pathname}`)

const namesOf = (code: string | undefined) => childrenOf(code).map(({ name }) => name)

describe('childrenOf', () => {
  it('goes from the provinces down to the committees', () => {
    expect(namesOf(undefined)).toHaveLength(31)
    expect(namesOf('31')).toEqual(['市辖区'])
    expect(namesOf('3101')).toHaveLength(16)
    expect(childrenOf('310115')).toContainEqual({ code: '310115125', name: '张江镇', level: 'town' })
    expect(childrenOf('310115125')).toHaveLength(50)
    expect(childrenOf('310115125')[0]).toEqual({ code: '310115125001', name: '川和路居委会', level: 'committee' })
    expect(namesOf('310115125001')).toEqual([])
  })

  it.each(['99', '7101', '310199', '310115999', '350527', '__proto__', 'constructor', '../../', ''])(
    'knows nothing under "%s"',
    (code) => {
      expect(namesOf(code).length).toBe(code === '' ? 31 : 0)
    },
  )

  it('hands out lists that may be changed without harm', () => {
    childrenOf('310115125').length = 0
    childrenOf('310115').length = 0
    childrenOf('3101').length = 0
    expect([childrenOf('3101'), childrenOf('310115125')].map((list) => list.length)).toEqual([16, 50])
    expect(childrenOf('310115').length).toBeGreaterThan(30)
  })
})

describe('names', () => {
  it.each([
    ['31', '上海市'],
    ['310115', '浦东新区'],
    ['310115125', '张江镇'],
    ['310115125001', '川和路居委会'],
  ])('%s is %s', (code, name) => {
    expect(regionName(code)).toBe(name)
    expect(regionExists(code)).toBe(true)
  })

  it.each(['', '3', '99', '310199', '310115999', '310115125999', '31011512', 'toString'])(
    '"%s" does not exist',
    (code) => {
      expect(regionExists(code)).toBe(false)
      expect(() => fullName(code)).toThrow('region.not_found')
    },
  )

  it.each([
    ['31', '上海市'],
    ['3101', '上海市'],
    ['310115125', '上海市浦东新区张江镇'],
    ['310115125001', '上海市浦东新区张江镇川和路居委会'],
    ['410202001', '河南省开封市龙亭区北书店街道'],
    ['500237', '重庆市巫山县'],
    ['441900003', '广东省东莞市东城街道'],
    ['419001', '河南省济源市'],
    ['659001', '新疆维吾尔自治区石河子市'],
  ])('the full name of %s is %s', (code, name) => {
    expect(fullName(code)).toBe(name)
  })
})

describe('findRegion', () => {
  it.each([
    ['上海', undefined, '31'],
    ['广西', undefined, '45'],
    ['浦东', '31', '310115'],
    ['浦东', '3101', '310115'],
    ['浦东新区', '3101', '310115'],
    ['张江', '310115', '310115125'],
    ['张江镇', '310115', '310115125'],
    ['川和路', '310115125', '310115125001'],
    ['川和路居民委员会', '310115125', '310115125001'],
    ['开封', '41', '4102'],
    ['济源', '41', '419001'],
    ['渝北', '50', '500112'],
    ['石柱', '50', '500240'],
    ['忠县', '50', '500233'],
  ])('%s under %s is %s', (name, parent, code) => {
    expect(findRegion(name, parent)?.code).toBe(code)
  })

  it.each([
    ['', '31'],
    ['张江', '310104'],
    ['区', '3101'],
    ['新', '3101'],
    ['不存在', undefined],
    ['浦东', '99'],
  ])('finds nothing for "%s" under %s rather than guess', (name, parent) => {
    expect(findRegion(name, parent)).toBeUndefined()
  })

  it('knows every district as advertisements write it', () => {
    const short = [
      '黄浦',
      '徐汇',
      '长宁',
      '静安',
      '普陀',
      '虹口',
      '杨浦',
      '闵行',
      '宝山',
      '嘉定',
      '浦东',
      '金山',
      '松江',
      '青浦',
      '奉贤',
      '崇明',
    ]
    expect(short.map((name) => findRegion(name, '31')?.code)).toEqual(childrenOf('3101').map(({ code }) => code))
  })
})

describe('REGION_DATA', () => {
  it('says where a bundled function keeps the data', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regions-'))
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ names: { 31: '沪', 3101: '市辖区', 310115: '浦东' } }))
    writeFileSync(
      join(folder, '31.json.br'),
      brotliCompressSync(JSON.stringify({ 310115125: '张江|001甲,乙,007丙,0081号院' })),
    )
    vi.stubEnv('REGION_DATA', folder)
    vi.resetModules()
    const elsewhere = await import('./region.data')
    expect(elsewhere.fullName('310115125002')).toBe('沪浦东张江乙')
    expect(elsewhere.childrenOf('310115125').map(({ code, name }) => code.slice(9) + name)).toEqual([
      '001甲',
      '002乙',
      '007丙',
      '0081号院',
    ])
    vi.unstubAllEnvs()
  })
})

describe('the whole country', () => {
  it('has every code once, of the right structure, under its parent, with a name', () => {
    const counts = { province: 0, city: 0, district: 0, town: 0, committee: 0 }
    let bad = 0
    const walk = (parent: string | undefined): void => {
      let before = ''
      for (const { code, name, level } of childrenOf(parent)) {
        const check = checkRegionCode(code)
        counts[level] += 1
        if (!check.ok || check.level !== level || code <= before || name === '' || !covers(parent ?? code, code))
          bad += 1
        before = code
        walk(code)
      }
    }
    walk(undefined)
    expect(counts).toEqual({ province: 31, city: 342, district: 2978, town: 41_351, committee: 620_572 })
    expect(bad).toBe(0)
  })

  it('takes at most 6 MB', () => {
    const folder = fileURLToPath(new URL('./data/', import.meta.url))
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(`${folder}${file}`).size, 0)
    expect(bytes).toBeLessThan(6_000_000)
  })

  it.skipIf(!haveReference)('agrees with the reference data of Shanghai', () => {
    const rowsOf = (file: string) =>
      readFileSync(new URL(file, REFERENCE), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',').slice(0, 2))
    const ours = (codes: string[]) => codes.flatMap(childrenOf).map(({ code, name }) => [code, name])
    const districts = childrenOf('3101').map(({ code }) => code)
    const towns = districts.flatMap(childrenOf).map(({ code }) => code)
    expect(ours(['3101'])).toEqual(rowsOf('shanghai_areas.csv'))
    expect(ours(districts)).toEqual(rowsOf('shanghai_streets.csv'))
    expect(ours(towns)).toEqual(rowsOf('shanghai_villages.csv'))
    expect(ours(['310115125'])).toEqual(rowsOf('zhangjiang_juwei.csv'))
  })
})
