import { readdirSync, readFileSync } from 'node:fs'
import { UnitKind } from '@anju/shared/dwelling/dwelling'
import * as z from 'zod'

/** What a row of an export can tell; only the rent, the area, the community and the district must be there. */
const FIELDS = [
  'reference',
  'city',
  'district',
  'block',
  'town',
  'community',
  'title',
  'description',
  'unitKind',
  'orientation',
  'area',
  'layout',
  'bedrooms',
  'livingRooms',
  'bathrooms',
  'floorBand',
  'totalFloors',
  'rent',
  'longitude',
  'latitude',
] as const
export type Field = (typeof FIELDS)[number]

/** A mapping file: which column holds which field, and what holds for the whole file. */
export const Mapping = z.strictObject({
  name: z.string().min(1).max(40),
  about: z.string().optional(),
  region: z
    .string()
    .regex(/^\d{4}(\d{2})?$/)
    .optional(),
  coordinates: z.enum(['gcj02', 'bd09', 'wgs84']).optional(),
  unitKind: UnitKind.optional(),
  townIsDerived: z.boolean().optional(),
  columns: z.partialRecord(z.enum(FIELDS), z.string()),
})
export type Mapping = z.infer<typeof Mapping>

/** Usual headers of exports, for a file that comes without a mapping. */
const USUAL: Record<Field, string[]> = {
  reference: ['listing_id', 'id', '编号', '房源编号', '房源id', 'house_code', 'url', '链接'],
  city: ['city', '城市', '地级市'],
  district: ['district', '区', '区县', '行政区', '城区', '所在区', 'area_name'],
  block: ['block', '板块', '商圈', 'bizcircle', '街道板块'],
  town: ['town', '街道', '街镇', '乡镇'],
  community: ['community', '小区', '小区名', '小区名称', '楼盘', 'xiaoqu', 'estate'],
  title: ['title', '标题', '房源标题', 'name'],
  description: ['description', '描述', '房源描述'],
  unitKind: ['kind', '租赁方式', '出租方式', 'rent_type', '类型'],
  orientation: ['direction', '朝向', 'orientation', 'toward'],
  area: ['area_m2', 'area', '面积', '建筑面积', '房屋面积', 'size'],
  layout: ['layout', '户型', '房型', 'room_type'],
  bedrooms: ['bedrooms', '室', '卧室', '卧室数'],
  livingRooms: ['living_rooms', '厅', '客厅'],
  bathrooms: ['bathrooms', '卫', '卫生间'],
  floorBand: ['floor_band', '楼层', '所在楼层', 'floor'],
  totalFloors: ['total_floors', '总楼层', '总层数'],
  rent: ['rent_cny_month', 'rent', '租金', '月租金', '价格', 'price', '租金（元/月）', '租金(元/月)'],
  longitude: ['lng', 'lon', 'longitude', '经度'],
  latitude: ['lat', 'latitude', '纬度'],
}

const FOLDER = new URL('./mappings/', import.meta.url)
export const readMapping = (file: string | URL): Mapping => Mapping.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The mapping for a header: the shipped one whose columns all stand in it, else by the usual names. */
export function mappingFor(header: string[]): Mapping {
  const names = header.map((name) => name.trim())
  for (const file of readdirSync(FOLDER)) {
    const mapping = readMapping(new URL(file, FOLDER))
    if (Object.values(mapping.columns).every((column) => names.includes(column))) return mapping
  }
  const lower = names.map((name) => name.toLowerCase())
  const columns = Object.fromEntries(
    FIELDS.flatMap((field) => {
      const found = USUAL[field].map((name) => lower.indexOf(name)).find((index) => index >= 0)
      return found === undefined ? [] : [[field, names[found] as string]]
    }),
  )
  return { name: 'by-header', columns }
}
