import * as z from 'zod'
import { type Aggregate, aggregate } from '../aggregate'
import type { Instant } from '../day'
import { DomainError } from '../errors'
import { DwellingId, UserId } from '../id'
import { StandardAddress } from '../region/address'

/** Original use of a room on the certificate's floor plan (原始设计用途). Only living space may be let (SH-OCC-05, 条例 art. 7). */
export const RoomUse = z.enum([
  'bedroom',
  'living_room',
  'kitchen',
  'bathroom',
  'balcony',
  'corridor',
  'storage',
  'garage',
])
export type RoomUse = z.infer<typeof RoomUse>
export const ROOM_USE_NAMES: Record<RoomUse, string> = {
  bedroom: '卧室',
  living_room: '起居室（厅）',
  kitchen: '厨房',
  bathroom: '卫生间',
  balcony: '阳台',
  corridor: '过道',
  storage: '贮藏室、地下储藏室',
  garage: '车库',
}

export const AreaSquareMetres = z
  .number()
  .positive('面积须大于零')
  .max(10_000, '面积过大，请核对')
  .refine((area) => Math.abs(area * 100 - Math.round(area * 100)) < 1e-6, '面积最多两位小数')
  .meta({ description: '㎡, at most two decimals' })

const Label = z
  .string()
  .trim()
  .min(1, '请填写编号')
  .max(10, '编号最多 10 个字')
  .regex(/^[\p{L}\p{N}-]+$/u, '只能用文字、数字和短横线')

export const Bed = z.object({ bedNo: Label })
export const Room = z.object({
  roomNo: Label.meta({ description: 'label inside the home, for instance A' }),
  originalUse: RoomUse,
  usableAreaSquareMetres: AreaSquareMetres.nullable().meta({ description: '使用面积; null where not measured' }),
  conversionApprovalNo: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: '改建批准文号, where a conversion was approved' }),
  beds: z.array(Bed).max(12).default([]),
})
export type Room = z.infer<typeof Room>

/** What is let: the whole home, one room, or one bed. */
export const Unit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('room'), roomNo: Label }),
  z.object({ kind: z.literal('bed'), roomNo: Label, bedNo: Label }),
])
export type Unit = z.infer<typeof Unit>
export const UnitKind = z.enum(['whole', 'room', 'bed'])
export type UnitKind = z.infer<typeof UnitKind>
export const UNIT_KIND_NAMES: Record<UnitKind, string> = { whole: '整租', room: '合租单间', bed: '床位' }

/** 住宅小区 is the normal case; beds are let only in dormitory-type projects (SH-OCC-06). */
export const PropertyKind = z.enum(['residential', 'dormitory'])
export type PropertyKind = z.infer<typeof PropertyKind>

const HIGHEST = 150
/** 楼层: on which floor the home lies, of how many above the ground, and whether there is a lift. */
export const Floors = z
  .object({
    floor: z
      .int()
      .min(-5, '请核对楼层')
      .max(HIGHEST, '请核对楼层')
      .refine((floor) => floor !== 0, '没有 0 层')
      .meta({ description: 'below the ground negative' }),
    of: z.int().min(1, '总楼层至少 1 层').max(HIGHEST, '请核对总楼层'),
    lift: z.boolean(),
  })
  .refine(({ floor, of }) => floor <= of, { path: ['floor'], message: '楼层不能大于总楼层' })
export type Floors = z.infer<typeof Floors>

export const DwellingFacts = z.object({
  address: StandardAddress,
  communityName: z.string().trim().min(1, '请填写小区').max(40),
  propertyKind: PropertyKind.default('residential'),
  certificateBedrooms: z.int().min(0).max(20).meta({ description: '产证户型图上的居室数' }),
  titleNo: z.string().trim().max(60).optional().meta({ description: '不动产权证号' }),
  buildingAreaSquareMetres: AreaSquareMetres.optional(),
  floors: Floors.optional(),
  rooms: z.array(Room).min(1, '请至少登记一个房间').max(30),
})
export type DwellingFacts = z.infer<typeof DwellingFacts>

/** 房屋: the home itself, never the advert. */
export const Dwelling = DwellingFacts.extend({
  id: DwellingId,
  holderId: UserId,
  addressText: z.string(),
  ...aggregate,
})
export type Dwelling = z.infer<typeof Dwelling> & Aggregate

export function checkRooms(rooms: Room[]): void {
  const fields = rooms.flatMap((room, index) => {
    const twice = rooms.findIndex((other) => other.roomNo === room.roomNo) !== index
    const beds = room.beds.map((bed) => bed.bedNo)
    return [
      ...(twice ? [{ path: `rooms.${index}.roomNo`, message: `房间号“${room.roomNo}”重复` }] : []),
      ...(new Set(beds).size < beds.length ? [{ path: `rooms.${index}.beds`, message: '床位号重复' }] : []),
    ]
  })
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
}

/** 修改房屋资料: what is no longer stated is gone; units in use must stay. */
export function reviseDwelling(
  { id, holderId, version, createdAt }: Dwelling,
  facts: DwellingFacts & { addressText: string },
  inUse: Unit[],
  now: Instant,
): Dwelling {
  checkRooms(facts.rooms)
  const after: Dwelling = { ...facts, id, holderId, createdAt, version: version + 1, revisedAt: now }
  if (inUse.some((unit) => !hasUnit(after, unit))) throw new DomainError('dwelling.unit_in_use')
  return after
}

export const roomOf = (dwelling: Pick<Dwelling, 'rooms'>, unit: Unit): Room | undefined =>
  unit.kind === 'whole' ? undefined : dwelling.rooms.find((room) => room.roomNo === unit.roomNo)

export function hasUnit(dwelling: Pick<Dwelling, 'rooms'>, unit: Unit): boolean {
  if (unit.kind === 'whole') return true
  const room = roomOf(dwelling, unit)
  return unit.kind === 'room' ? room !== undefined : !!room?.beds.some((bed) => bed.bedNo === unit.bedNo)
}

/** Whether two units share space: the whole home meets everything, a room its beds (N-32, FIL 3.3). */
export function unitsOverlap(one: Unit, other: Unit): boolean {
  if (one.kind === 'whole' || other.kind === 'whole') return true
  if (one.roomNo !== other.roomNo) return false
  return one.kind === 'room' || other.kind === 'room' || one.bedNo === other.bedNo
}

/** "whole", "room:A", "bed:A:1": a stable text for one unit of a home. */
export const unitKey = (unit: Unit): string =>
  unit.kind === 'whole' ? 'whole' : unit.kind === 'room' ? `room:${unit.roomNo}` : `bed:${unit.roomNo}:${unit.bedNo}`

/** A reads "A室"; a label in words, 主卧, stands for itself. */
export const roomName = (roomNo: string): string => (/^[A-Za-z0-9-]+$/.test(roomNo) ? `${roomNo}室` : roomNo)

export const unitName = (unit: Unit): string =>
  unit.kind === 'whole'
    ? '整套'
    : unit.kind === 'room'
      ? roomName(unit.roomNo)
      : `${roomName(unit.roomNo)} ${unit.bedNo} 号床`
