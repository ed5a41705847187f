import { type Dwelling, DwellingFacts, type PropertyKind, type RoomUse } from '@anju/shared/dwelling/dwelling'
import type { FieldError } from '@anju/shared/errors'
import type * as z from 'zod'
import type { RegionPath } from '../../region/region-path'

/** One room as it is typed. */
export interface RoomForm {
  key: number
  roomNo: string
  originalUse: RoomUse
  /** Empty where it was not measured. */
  area: string
  approvalNo: string
  beds: string[]
}

/** 房屋资料 as it is typed: everything is text until it is sent. */
export interface HomeForm {
  /** The version that was read; absent for a new home. */
  version?: number
  town?: RegionPath
  committeeCode?: string
  road: string
  lane: string
  noLane: boolean
  number: string
  building: string
  unit: string
  floor: string
  room: string
  communityName: string
  propertyKind: PropertyKind
  bedrooms: string
  titleNo: string
  buildingArea: string
  floorNo: string
  totalFloors: string
  lift: 'yes' | 'no' | undefined
  rooms: RoomForm[]
}

export type Change = (part: Partial<HomeForm>) => void
/** The sentence for one field of the input, for instance `rooms.0.roomNo`. */
export type ErrorAt = (path: string) => string | undefined

export const newRoom = (rooms: readonly RoomForm[], originalUse: RoomUse = 'bedroom'): RoomForm => ({
  key: Math.max(0, ...rooms.map(({ key }) => key)) + 1,
  roomNo: '',
  originalUse,
  area: '',
  approvalNo: '',
  beds: [],
})

export const EMPTY_HOME: HomeForm = {
  road: '',
  lane: '',
  noLane: false,
  number: '',
  building: '',
  unit: '',
  floor: '',
  room: '',
  communityName: '',
  propertyKind: 'residential',
  bedrooms: '',
  titleNo: '',
  buildingArea: '',
  floorNo: '',
  totalFloors: '',
  lift: undefined,
  rooms: [{ ...newRoom([]), roomNo: 'A' }],
}

export const formOf = ({ address, ...dwelling }: Dwelling): HomeForm => ({
  version: dwelling.version,
  committeeCode: address.committeeCode,
  road: address.road,
  lane: address.lane ?? '',
  noLane: address.noLane ?? false,
  number: address.number,
  building: address.building ?? '',
  unit: address.unit ?? '',
  floor: address.floor ?? '',
  room: address.room,
  communityName: dwelling.communityName,
  propertyKind: dwelling.propertyKind,
  bedrooms: String(dwelling.certificateBedrooms),
  titleNo: dwelling.titleNo ?? '',
  buildingArea: dwelling.buildingAreaSquareMetres === undefined ? '' : String(dwelling.buildingAreaSquareMetres),
  floorNo: dwelling.floors ? String(dwelling.floors.floor) : '',
  totalFloors: dwelling.floors ? String(dwelling.floors.of) : '',
  lift: dwelling.floors && (dwelling.floors.lift ? 'yes' : 'no'),
  rooms: dwelling.rooms.map((room, index) => ({
    key: index + 1,
    roomNo: room.roomNo,
    originalUse: room.originalUse,
    area: room.usableAreaSquareMetres === null ? '' : String(room.usableAreaSquareMetres),
    approvalNo: room.conversionApprovalNo ?? '',
    beds: room.beds.map(({ bedNo }) => bedNo),
  })),
})

const numberOf = (text: string): number | undefined => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined)
const filled = (text: string): string | undefined => text.trim() || undefined

const wholeOf = (text: string): number => (/^-?\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN)
/** Floors are told together or not at all. */
const hasFloors = ({ floorNo, totalFloors, lift }: HomeForm): boolean =>
  floorNo.trim() !== '' || totalFloors.trim() !== '' || lift !== undefined

export const factsOf = (form: HomeForm, townCode: string, policeCode?: string): z.input<typeof DwellingFacts> => ({
  address: {
    townCode,
    committeeCode: form.committeeCode,
    road: form.road,
    lane: form.noLane ? undefined : filled(form.lane),
    noLane: form.noLane || undefined,
    number: form.number,
    building: filled(form.building),
    unit: filled(form.unit),
    floor: filled(form.floor),
    room: form.room,
    policeCode,
  },
  communityName: form.communityName,
  propertyKind: form.propertyKind,
  certificateBedrooms: Number(form.bedrooms),
  titleNo: filled(form.titleNo),
  buildingAreaSquareMetres: numberOf(form.buildingArea),
  ...(hasFloors(form) && {
    floors: { floor: wholeOf(form.floorNo), of: wholeOf(form.totalFloors), lift: form.lift === 'yes' },
  }),
  rooms: form.rooms.map((room) => ({
    roomNo: room.roomNo,
    originalUse: room.originalUse,
    usableAreaSquareMetres: numberOf(room.area) ?? null,
    conversionApprovalNo: filled(room.approvalNo),
    beds: form.propertyKind === 'dormitory' ? room.beds.map((bedNo) => ({ bedNo })) : [],
  })),
})

const NUMBER = '请填写数字，例如 88.5'
const wrongNumber = (text: string) => text.trim() !== '' && numberOf(text) === undefined
const hasChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

/** What is missing or unreadable as it is typed, then what the contract says of the rest: the first word on a field holds. */
export function faultsOf(form: HomeForm, townCode: string | undefined): FieldError[] {
  const fault = (wrong: boolean, path: string, message: string) => (wrong ? [{ path, message }] : [])
  const typed = [
    ...fault(!townCode, 'address.townCode', '请选择街镇'),
    ...fault(!/^\d+$/.test(form.bedrooms.trim()), 'certificateBedrooms', '请填写产证上有几间居室'),
    ...fault(wrongNumber(form.buildingArea), 'buildingAreaSquareMetres', NUMBER),
    ...(hasFloors(form)
      ? [
          ...fault(Number.isNaN(wholeOf(form.floorNo)), 'floors.floor', '请填写楼层，地下用负数，例如 -1'),
          ...fault(Number.isNaN(wholeOf(form.totalFloors)), 'floors.of', '请填写总楼层'),
          ...fault(form.lift === undefined, 'floors.lift', '请选择有没有电梯'),
        ]
      : []),
    ...form.rooms.flatMap(({ roomNo, area, beds }, index) => [
      ...fault(!roomNo.trim(), `rooms.${index}.roomNo`, '请填写房间号'),
      ...fault(wrongNumber(area), `rooms.${index}.usableAreaSquareMetres`, NUMBER),
      ...beds.flatMap((bedNo, at) => fault(!bedNo.trim(), `rooms.${index}.beds.${at}.bedNo`, '请填写床位号')),
    ]),
  ]
  const parsed = DwellingFacts.safeParse(factsOf(form, townCode ?? ''))
  const judged = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message: hasChinese(message) ? message : '格式或取值不正确',
  }))
  return [...typed, ...judged]
}
