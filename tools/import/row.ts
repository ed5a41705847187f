import type { UnitKind } from '@anju/shared/dwelling/dwelling'
import {
  type FloorBand,
  type Listing,
  layoutName,
  ORIENTATION_NAMES,
  type Orientation,
} from '@anju/shared/listing/listing'
import { parseYuan } from '@anju/shared/money'
import { type CoordinateSystem, toGcj02 } from '@anju/shared/region/coordinate'
import type { Region } from '@anju/shared/region/region'
import type * as z from 'zod'
import type { Field } from './mapping'

/** Why a row cannot be defended as an advert of a home. */
export const REASONS = {
  columns: '列数与表头不一致',
  reference_repeated: '同一文件中编号重复',
  community_missing: '缺少小区名称',
  city_unknown: '城市不存在，或没有用 --region 指定',
  district_missing: '缺少行政区',
  district_unknown: '行政区在该城市中不存在',
  rent_missing: '缺少租金',
  rent_range: '租金是区间，不是一套房的真实租金',
  rent_invalid: '租金不是数字',
  rent_implausible: '租金超出 300–1,000,000 元/月',
  area_missing: '缺少面积',
  area_invalid: '面积不是数字',
  area_implausible: '面积超出 5–3,000 ㎡',
  rent_per_area_implausible: '每平方米月租超出 5–1,000 元，租金或面积有误',
  layout_implausible: '居室数与面积不符',
} as const
export type Reason = keyof typeof REASONS

export interface Settings {
  coordinates?: CoordinateSystem | undefined
  unitKind?: UnitKind | undefined
  townIsDerived?: boolean | undefined
  /** City (4) or district (6 digits) that the file is about. */
  region?: string | undefined
  findRegion: (name: string, parent: string | undefined) => Region | undefined
  fullName: (code: string) => string
}

type Facts = Pick<
  Listing,
  | 'title'
  | 'description'
  | 'communityName'
  | 'layout'
  | 'areaSquareMetres'
  | 'rentFen'
  | 'orientation'
  | 'floorBand'
  | 'totalFloors'
  | 'point'
  | 'unitKind'
  | 'districtCode'
  | 'townCode'
  | 'regionName'
> & { townIsDerived?: boolean }
export type Judged = { ok: true; facts: Facts } | { ok: false; reason: Reason }

const number = (text: string): number | undefined =>
  /^-?\d+(?:\.\d+)?$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : undefined
const whole = (text: string, max: number): number | undefined => {
  const value = number(text)
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= max ? value : undefined
}

/** "3600-4000", "3600~4000元": two numbers, neither of which is the rent of this home. */
const RANGE = /\d\s*[-–—~～至]\s*\d/

function rentOf(text: string): { fen: number } | { reason: Reason } {
  if (text === '') return { reason: 'rent_missing' }
  if (RANGE.test(text)) return { reason: 'rent_range' }
  const fen = parseYuan(text.replace(/元(?:\/月|每月)?|\/月/g, ''))
  if (fen === undefined) return { reason: 'rent_invalid' }
  return fen < 300_00 || fen > 1_000_000_00 ? { reason: 'rent_implausible' } : { fen }
}

function areaOf(text: string): { area: number } | { reason: Reason } {
  if (text === '') return { reason: 'area_missing' }
  const area = number(text.replace(/㎡|平方米|平米|m²|m2/gi, '').trim())
  if (area === undefined) return { reason: 'area_invalid' }
  return area < 5 || area > 3_000 ? { reason: 'area_implausible' } : { area: Math.round(area * 100) / 100 }
}

/** Layout from its own columns or from "2室1厅1卫"; undefined where the row does not say. */
function layoutOf(cell: (field: Field) => string): Facts['layout'] {
  const text = /(\d+)室(?:(\d+)厅)?(?:(\d+)卫)?/.exec(cell('layout'))
  const bedrooms = whole(cell('bedrooms') || (text?.[1] ?? ''), 20)
  if (bedrooms === undefined) return undefined
  return {
    bedrooms,
    livingRooms: whole(cell('livingRooms') || (text?.[2] ?? '0'), 10) ?? 0,
    bathrooms: whole(cell('bathrooms') || (text?.[3] ?? '0'), 20) ?? 0,
  }
}

type Compass = z.infer<typeof Orientation>
const COMPASS: Record<string, Compass> = {
  东: 'east',
  南: 'south',
  西: 'west',
  北: 'north',
  东南: 'southeast',
  西南: 'southwest',
  东北: 'northeast',
  西北: 'northwest',
}
/** "南/北" is through the home; of several others the first named counts; what is no direction (复式) is left out. */
function orientationOf(text: string): Compass | undefined {
  const sides = text
    .replace(/朝|向/g, '')
    .split(/[\s/、,]+/)
    .flatMap((side) => COMPASS[side] ?? [])
  if (sides.includes('south') && sides.includes('north')) return 'south_north'
  if (sides.length === 2 && sides.includes('east') && sides.includes('west')) return 'east_west'
  return sides[0]
}

const FLOORS: [RegExp, z.infer<typeof FloorBand>][] = [
  [/地下/, 'basement'],
  [/低/, 'low'],
  [/中/, 'middle'],
  [/高/, 'high'],
]
const KINDS: [RegExp, UnitKind][] = [
  [/床位/, 'bed'],
  [/合租|单间|主卧|次卧/, 'room'],
  [/整租|整套/, 'whole'],
]

function pointOf(cell: (field: Field) => string, from: CoordinateSystem | undefined): Facts['point'] {
  const [longitude, latitude] = [number(cell('longitude')), number(cell('latitude'))]
  if (
    !from ||
    longitude === undefined ||
    latitude === undefined ||
    longitude < 73 ||
    longitude > 136 ||
    latitude < 3 ||
    latitude > 54
  )
    return undefined
  const point = toGcj02({ longitude, latitude }, from)
  return { longitude: Math.round(point.longitude * 1e6) / 1e6, latitude: Math.round(point.latitude * 1e6) / 1e6 }
}

/** One row as the facts of a listing, or the first reason why it cannot be defended. Units: yuan a month, ㎡. */
export function judgeRow(cell: (field: Field) => string, settings: Settings): Judged {
  const no = (reason: Reason): Judged => ({ ok: false, reason })
  const communityName = cell('community').slice(0, 40)
  if (communityName === '') return no('community_missing')
  const city = cell('city') ? settings.findRegion(cell('city'), undefined)?.code : settings.region?.slice(0, 4)
  const given = settings.region?.length === 6 ? settings.region : undefined
  if (!cell('district') && !given) return no('district_missing')
  if (!city && !given) return no('city_unknown')
  const districtCode = cell('district') ? settings.findRegion(cell('district'), city)?.code : given
  if (districtCode?.length !== 6) return no('district_unknown')
  const rent = rentOf(cell('rent'))
  if ('reason' in rent) return no(rent.reason)
  const area = areaOf(cell('area'))
  if ('reason' in area) return no(area.reason)
  const perSquareMetre = rent.fen / 100 / area.area
  if (perSquareMetre < 5 || perSquareMetre > 1_000) return no('rent_per_area_implausible')
  const layout = layoutOf(cell)
  const unitKind = KINDS.find(([pattern]) => pattern.test(cell('unitKind')))?.[1] ?? settings.unitKind ?? 'whole'
  if (layout && unitKind === 'whole' && layout.bedrooms * 4 > area.area) return no('layout_implausible')
  const orientation = orientationOf(cell('orientation'))
  const floorBand = FLOORS.find(([pattern]) => pattern.test(cell('floorBand')))?.[1]
  const totalFloors = whole(cell('totalFloors') || (/共\s*(\d+)\s*层/.exec(cell('floorBand'))?.[1] ?? ''), 150)
  const townCode = cell('town') ? settings.findRegion(cell('town'), districtCode)?.code : undefined
  const point = pointOf(cell, settings.coordinates)
  const said = [communityName, layout && layoutName(layout), orientation && ORIENTATION_NAMES[orientation]]
  const block = cell('block')
  return {
    ok: true,
    facts: {
      title: (cell('title').length >= 2 ? cell('title') : said.filter(Boolean).join(' ')).slice(0, 40),
      description: cell('description').slice(0, 1_000),
      communityName,
      unitKind,
      districtCode,
      regionName: `${settings.fullName(districtCode)}${block ? ` ${block}` : ''}`,
      areaSquareMetres: area.area,
      rentFen: rent.fen,
      ...(layout && { layout }),
      ...(orientation && { orientation }),
      ...(floorBand && { floorBand }),
      ...(totalFloors && { totalFloors }),
      ...(point && { point }),
      ...(townCode && { townCode }),
      ...(townCode && settings.townIsDerived && { townIsDerived: true }),
    },
  }
}
