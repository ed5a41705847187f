import * as z from 'zod'

export const RegionLevel = z.enum(['province', 'city', 'district', 'town', 'committee'])
export type RegionLevel = z.infer<typeof RegionLevel>
export const REGION_LEVEL_NAMES: Record<RegionLevel, string> = {
  province: '省（自治区、直辖市）',
  city: '市',
  district: '区（县）',
  town: '街镇',
  committee: '居（村）委会',
}

/** First two digits of GB/T 2260, in the order of the standard. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ')
/** The provinces that have statistical codes, and that issue identity cards under GB 11643. */
export const MAINLAND_PROVINCES: readonly string[] = PROVINCES.slice(0, 31)

const LEVELS_BY_DIGITS: Record<number, RegionLevel> = {
  2: 'province',
  4: 'city',
  6: 'district',
  9: 'town',
  12: 'committee',
}

/** What a town or a committee is, as its code tells (rules 7.7); `town_itself` is the town written with 12 digits. */
export type TownKind = 'street' | 'town' | 'township' | 'similar_town'
export type CommitteeKind = 'town_itself' | 'residents' | 'village' | 'similar_committee'
export type RegionCheck =
  | { ok: true; level: RegionLevel; townKind?: TownKind; committeeKind?: CommitteeKind }
  | { ok: false; reason: 'format' | 'length' | 'province' | 'city' | 'town' | 'committee' }

/** 001–099 street office 街道, 100–199 town 镇, 200–399 township 乡, 400–599 similar, for instance a development zone. */
function townKindOf(part: number): TownKind | undefined {
  if (part < 1 || part > 599) return undefined
  return part < 100 ? 'street' : part < 200 ? 'town' : part < 400 ? 'township' : 'similar_town'
}

/** 001–199 residents' committee 居委会, 200–399 village committee 村委会, 400–599 similar. */
function committeeKindOf(part: number): CommitteeKind | undefined {
  if (part > 599) return undefined
  return part === 0 ? 'town_itself' : part < 200 ? 'residents' : part < 400 ? 'village' : 'similar_committee'
}

/**
 * Whether a text has the structure of a region code (rules 7.7, GB/T 2260 and 统计用区划代码): 2 province + 2 city +
 * 2 district + 3 town + 3 committee digits. Structure only: whether the place exists is for the division data to say.
 */
export function checkRegionCode(code: string): RegionCheck {
  if (!/^[0-9]+$/.test(code)) return { ok: false, reason: 'format' }
  const level = LEVELS_BY_DIGITS[code.length]
  if (!level) return { ok: false, reason: 'length' }
  if (!PROVINCES.includes(code.slice(0, 2))) return { ok: false, reason: 'province' }
  if (code.slice(2, 4) === '00') return { ok: false, reason: 'city' }
  if (code.length < 9) return { ok: true, level }
  const townKind = townKindOf(Number(code.slice(6, 9)))
  if (!townKind) return { ok: false, reason: 'town' }
  if (code.length < 12) return { ok: true, level, townKind }
  const committeeKind = committeeKindOf(Number(code.slice(9)))
  return committeeKind ? { ok: true, level, townKind, committeeKind } : { ok: false, reason: 'committee' }
}

const hasStructure = (code: string): boolean => checkRegionCode(code).ok

/** Any level: province 2, city 4, district 6, town 9 or committee 12 digits. */
export const RegionCode = z
  .string()
  .regex(/^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/, '行政区划代码应为 2、4、6、9 或 12 位数字')
  .refine(hasStructure, '没有这样的行政区划代码，请重新选择')
  .meta({ description: 'region code: province 2, city 4, district 6, town 9 or committee 12 digits' })
export const DistrictCode = z
  .string()
  .regex(/^\d{6}$/, '区县代码应为 6 位数字')
  .refine(hasStructure, '没有这样的区县代码，请重新选择')
  .meta({ description: 'district code, 6 digits, for instance 310115 浦东新区' })
export const TownCode = z
  .string()
  .regex(/^\d{9}$/, '街镇代码应为 9 位数字')
  .refine(hasStructure, '没有这样的街镇代码，请重新选择')
  .meta({ description: 'town code, 9 digits, for instance 310115125 张江镇' })
/** Never the town itself (…000). */
export const CommitteeCode = z
  .string()
  .regex(/^\d{12}$/, '居（村）委会代码应为 12 位数字')
  .refine((code) => hasStructure(code) && !code.endsWith('000'), '没有这样的居（村）委会代码，请重新选择')
  .meta({ description: 'committee code, 12 digits, for instance 310115125001' })

export const Region = z
  .object({ code: RegionCode, name: z.string(), level: RegionLevel })
  .meta({ description: 'one administrative division' })
export type Region = z.infer<typeof Region>

/** The level of a well-formed code. @throws an ordinary error where the length is none of 2, 4, 6, 9, 12 */
export function levelOf(code: string): RegionLevel {
  const level = LEVELS_BY_DIGITS[code.length]
  if (!level) throw new Error(`not a region code: ${code}`)
  return level
}

/** The codes above a code, from the province down, without itself: 310115125 → 31, 3101, 310115. */
export const ancestors = (code: string): string[] =>
  [2, 4, 6, 9].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits))

/** Whether a region is the same as, or lies above, the place of a code. What is no region covers nothing. */
export const covers = (region: string, code: string): boolean =>
  region.length in LEVELS_BY_DIGITS && code.length in LEVELS_BY_DIGITS && code.startsWith(region)
