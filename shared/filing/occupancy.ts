import type { Day } from '../day'
import { checkDormitory } from '../dwelling/dormitory'
import type { Dwelling, Room, Unit } from '../dwelling/dwelling'
import { ROOM_USE_NAMES, roomName } from '../dwelling/dwelling'
import type { RuleHit } from '../rule'
import { parameterFor } from './parameters'

/** What the occupancy rules look at. `letRoomNos` are the other rooms of the home that are let. */
export interface OccupancyCase {
  townCode: string
  on: Day
  dwelling: Pick<Dwelling, 'propertyKind' | 'certificateBedrooms' | 'rooms'>
  unit: Unit
  letRoomNos: string[]
  tenantKind: 'person' | 'employer'
  occupants: { supportRelation: boolean; isTenant: boolean; roomNo?: string | undefined }[]
}

const NATIONAL = '住房租赁条例第七条第二款'
const TEMPLATE = '上海市居住房屋租赁合同示范文本（2014 版）说明第三条'
const LIVING = ['bedroom', 'living_room'] as const
const isLiving = (room: Room) => (LIVING as readonly string[]).includes(room.originalUse)
/** Hundredths of a square metre: areas are compared without rounding, 9.99 ㎡ for two fails. */
const hundredths = (squareMetres: number) => Math.round(squareMetres * 100)

/** All of one household by a statutory duty of support (SH-OCC-03). */
const oneFamily = (occupants: OccupancyCase['occupants']) =>
  occupants.every((occupant) => occupant.isTenant || occupant.supportRelation)

function personsAndArea(
  { townCode, on }: OccupancyCase,
  place: { name: string; area: number | null; rooms: number },
  occupants: OccupancyCase['occupants'],
  action: RuleHit['action'],
): RuleHit[] {
  const hits: RuleHit[] = []
  const persons = occupants.length
  const max = parameterFor('occupancy.max_persons_per_room', townCode, on)
  if (max && persons > max.value * place.rooms && !oneFamily(occupants))
    hits.push({
      ruleId: 'SH-OCC-02',
      action,
      message: `${place.name}住 ${persons} 人，每个房间不得超过 ${max.value} 人；请减少居住人，或如实填写法定赡养、抚养、扶养关系`,
      source: max.source,
      certainty: max.certainty,
      inputs: { persons, rooms: place.rooms, limit: max.value * place.rooms, oneFamily: false },
    })
  const min = parameterFor('occupancy.min_area_square_metres', townCode, on)
  if (!min) return hits
  if (place.area === null)
    hits.push({
      ruleId: 'SH-OCC-04',
      action: 'WARN',
      message: `${place.name}没有填写使用面积，无法核对人均居住面积；请量一量并补填，不要用建筑面积代替`,
      source: min.source,
      certainty: min.certainty,
      inputs: { persons, areaSquareMetres: null, minimum: min.value },
    })
  else if (hundredths(place.area) < hundredths(min.value) * persons)
    hits.push({
      ruleId: 'SH-OCC-04',
      action,
      message: `${place.name}使用面积 ${place.area} ㎡，住 ${persons} 人，人均不足 ${min.value} ㎡；请减少居住人或换更大的房间`,
      source: min.source,
      certainty: min.certainty,
      inputs: { persons, areaSquareMetres: place.area, minimum: min.value },
    })
  return hits
}

function wholeHome(occupancy: OccupancyCase): RuleHit[] {
  const living = occupancy.dwelling.rooms.filter((room) => room.originalUse === 'bedroom')
  const assigned = occupancy.occupants.every((occupant) =>
    occupancy.dwelling.rooms.some((room) => room.roomNo === occupant.roomNo),
  )
  if (assigned)
    return occupancy.dwelling.rooms.flatMap((room) => {
      const inRoom = occupancy.occupants.filter((occupant) => occupant.roomNo === room.roomNo)
      return inRoom.length === 0 ? [] : inOneRoom(occupancy, room, inRoom)
    })
  const area = living.some((room) => room.usableAreaSquareMetres === null)
    ? null
    : living.reduce((sum, room) => sum + hundredths(room.usableAreaSquareMetres ?? 0), 0) / 100
  return personsAndArea(occupancy, { name: '整套', area, rooms: living.length }, occupancy.occupants, 'WARN')
}

function inOneRoom(occupancy: OccupancyCase, room: Room, occupants: OccupancyCase['occupants']): RuleHit[] {
  const notLiving: RuleHit[] = isLiving(room)
    ? []
    : [
        {
          ruleId: 'SH-OCC-05',
          action: 'BLOCK',
          message: `${roomName(room.roomNo)}原始设计为${ROOM_USE_NAMES[room.originalUse]}，不得出租供人居住；请改选卧室`,
          source: NATIONAL,
          certainty: 'V',
          inputs: { roomNo: room.roomNo, originalUse: room.originalUse },
        },
      ]
  const place = { name: roomName(room.roomNo), area: room.usableAreaSquareMetres, rooms: 1 }
  return [...notLiving, ...personsAndArea(occupancy, place, occupants, 'BLOCK')]
}

/** SH-OCC-01: an original room is the smallest part; more let rooms than certificate bedrooms means partitions. */
function originalRooms({ dwelling, unit, letRoomNos }: OccupancyCase): RuleHit[] {
  if (unit.kind === 'whole') return []
  const let_ = new Set([...letRoomNos, unit.roomNo])
  const unapproved = dwelling.rooms.filter((room) => let_.has(room.roomNo) && !room.conversionApprovalNo)
  if (unapproved.length <= dwelling.certificateBedrooms) return []
  return [
    {
      ruleId: 'SH-OCC-01',
      action: 'BLOCK',
      message: `产证上有 ${dwelling.certificateBedrooms} 间居室，出租 ${unapproved.length} 间；请拆除隔间，或在房屋资料中填写改建批准文号`,
      source: TEMPLATE,
      certainty: 'V',
      inputs: { certificateBedrooms: dwelling.certificateBedrooms, roomsLet: unapproved.length },
    },
  ]
}

/** SH-OCC-06: spoken at registration, at publishing and when a lease is drawn up. */
const NO_BEDS: RuleHit = {
  ruleId: 'SH-OCC-06',
  action: 'BLOCK',
  message: '住宅小区内不得按床位出租；请改为整间出租',
  source: TEMPLATE,
  certainty: 'V',
  inputs: { unitKind: 'bed', propertyKind: 'residential' },
}

/** A home as it is registered: beds may stand in any room, and be let in dormitory-type projects only (SH-OCC-06, 11). */
export const checkHome = (home: Pick<Dwelling, 'propertyKind' | 'rooms'>): RuleHit[] => [
  ...(home.propertyKind === 'residential' && home.rooms.some(({ beds }) => beds.length > 0) ? [NO_BEDS] : []),
  ...checkDormitory(home),
]

/** SH-OCC-06 and 07: no beds and no employer's dormitory inside a residential community. */
function residential({ dwelling, unit, tenantKind, occupants }: OccupancyCase): RuleHit[] {
  if (dwelling.propertyKind !== 'residential') return []
  const hits: RuleHit[] = []
  if (unit.kind === 'bed') hits.push(NO_BEDS)
  if (tenantKind === 'employer') {
    const dormitory = !oneFamily(occupants)
    hits.push({
      ruleId: 'SH-OCC-07',
      action: dormitory ? 'BLOCK' : 'WARN',
      message: dormitory
        ? '住宅小区内不得设单位集体宿舍；请由实际居住人本人承租，或选择宿舍型项目'
        : '单位承租住宅，请逐一填写实际居住人，并确认不作为集体宿舍使用',
      source: '上海市居住房屋租赁管理办法第十一条第二款；2014 版示范合同说明第三条',
      certainty: 'V',
      inputs: { tenantKind, persons: occupants.length, oneFamily: !dormitory },
    })
  }
  return hits
}

/** 居住规定 SH-OCC-01 to 07 over one let unit (rule sheet 1.1). Pure; every hit keeps what it looked at. */
export function checkOccupancy(occupancy: OccupancyCase): RuleHit[] {
  const { dwelling, unit, occupants } = occupancy
  const room = unit.kind === 'whole' ? undefined : dwelling.rooms.find((candidate) => candidate.roomNo === unit.roomNo)
  const space = room ? inOneRoom(occupancy, room, occupants) : wholeHome(occupancy)
  return [...originalRooms(occupancy), ...space, ...residential(occupancy)]
}
