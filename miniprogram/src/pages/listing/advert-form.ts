import type { Day } from '@anju/shared/day'
import { type Dwelling, ROOM_USE_NAMES, roomOf, type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import { ORIENTATION_NAMES, Orientation } from '@anju/shared/listing/listing'
import type * as z from 'zod'
import { today } from './listing-words'

/** An advert as it is typed. */
export interface AdvertForm {
  title: string
  description: string
  rentFen?: number
  depositMonths: '0' | '1' | '2' | '3'
  rentMonths: '1' | '3' | '6' | '12' | '0'
  orientation?: z.infer<typeof Orientation>
  availableOn: Day
}

export const DEPOSITS = [
  { value: '0', label: '不收押金' },
  { value: '1', label: '押一个月' },
  { value: '2', label: '押两个月' },
  { value: '3', label: '押三个月' },
] as const
export const CYCLES = [
  { value: '1', label: '月付' },
  { value: '3', label: '季付' },
  { value: '6', label: '半年付' },
  { value: '12', label: '年付' },
  { value: '0', label: '一次付清' },
] as const
export const ORIENTATIONS = [
  { value: 'unsaid', label: '不说明' } as const,
  ...Orientation.options.map((value) => ({ value, label: ORIENTATION_NAMES[value] })),
]

export const newAdvert = (): AdvertForm => ({
  title: '',
  description: '',
  depositMonths: '1',
  rentMonths: '1',
  availableOn: today(),
})

/** "B室 · 卧室 · 10.4 ㎡". */
export function placeOf(dwelling: Dwelling, unit: Unit): string {
  const room = roomOf(dwelling, unit)
  const area = room ? room.usableAreaSquareMetres : dwelling.buildingAreaSquareMetres
  return [unitName(unit), room && ROOM_USE_NAMES[room.originalUse], area ? `${area} ㎡` : '面积未填写']
    .filter(Boolean)
    .join(' · ')
}
