import type { Day } from '../day'
import type { Dwelling, Room, Unit } from '../dwelling/dwelling'
import { ROOM_USE_NAMES, roomName } from '../dwelling/dwelling'
import type { RuleHit } from '../rule'
import type { Facts } from '../rule/condition'
import { type Asked, evaluate, type RuleParameters, type Trigger } from '../rule/evaluate'
import { OCCUPANCY_RULES } from './occupancy-rules'
import { PARAMETERS } from './parameters'

/** What the occupancy rules look at. `letRoomNos` are the other rooms of the home that are let. */
export interface Letting {
  dwelling: Pick<Dwelling, 'propertyKind' | 'certificateBedrooms' | 'rooms'>
  unit: Unit
  letRoomNos: string[]
  tenantKind: 'person' | 'employer'
  occupants: { supportRelation: boolean; isTenant: boolean; roomNo?: string | undefined }[]
}

/** The same, with the place and the day whose law applies. */
export interface OccupancyCase extends Letting {
  townCode: string
  on: Day
}

/** All of one household by a statutory duty of support (SH-OCC-03). */
const oneFamily = (occupants: Letting['occupants']) =>
  occupants.every((occupant) => occupant.isTenant || occupant.supportRelation)

const roomFacts = (room: Room, occupants: Letting['occupants']): Facts => ({
  roomNo: room.roomNo,
  place: roomName(room.roomNo),
  originalUse: room.originalUse,
  useName: ROOM_USE_NAMES[room.originalUse],
  areaSquareMetres: room.usableAreaSquareMetres,
  persons: occupants.length,
  rooms: 1,
  oneFamily: oneFamily(occupants),
})

/** The bedrooms together; null as soon as one of them is not measured. */
function bedroomArea(rooms: Room[]): number | null {
  if (rooms.some((room) => room.usableAreaSquareMetres === null)) return null
  const hundredths = rooms.map((room) => Math.round((room.usableAreaSquareMetres ?? 0) * 100))
  return hundredths.reduce((sum, area) => sum + area, 0) / 100
}

/** The rooms in which somebody would live: the let one, or those of a whole home that occupants were assigned to. */
function inhabited({ dwelling, unit, occupants }: Letting): Facts[] | undefined {
  if (unit.kind !== 'whole') {
    const room = dwelling.rooms.find((candidate) => candidate.roomNo === unit.roomNo)
    return room && [roomFacts(room, occupants)]
  }
  const known = (roomNo: string | undefined) => dwelling.rooms.some((room) => room.roomNo === roomNo)
  if (!occupants.every(({ roomNo }) => known(roomNo))) return undefined
  return dwelling.rooms
    .map((room) => ({ room, living: occupants.filter(({ roomNo }) => roomNo === room.roomNo) }))
    .filter(({ living }) => living.length > 0)
    .map(({ room, living }) => roomFacts(room, living))
}

/** What the rules are asked about one let unit and those who would live there. */
export function occupancyFacts(letting: Letting): Asked {
  const { dwelling, unit, letRoomNos, tenantKind, occupants } = letting
  const parts = inhabited(letting)
  const bedrooms = dwelling.rooms.filter((room) => room.originalUse === 'bedroom')
  const let_ = new Set(unit.kind === 'whole' ? letRoomNos : [...letRoomNos, unit.roomNo])
  const letRooms = dwelling.rooms.filter((room) => let_.has(room.roomNo))
  const livingRoom = unit.kind === 'whole' ? undefined : letRooms.find((room) => room.originalUse === 'living_room')
  return {
    whole: {
      unitKind: unit.kind,
      propertyKind: dwelling.propertyKind,
      tenantKind,
      certificateBedrooms: dwelling.certificateBedrooms,
      roomsLet: unit.kind === 'whole' ? null : letRooms.filter((room) => !room.conversionApprovalNo).length,
      roomsInUse: letRooms.length,
      livingRoomLet: livingRoom !== undefined,
      livingRoomApproved: livingRoom?.conversionApprovalNo !== undefined,
      livingRoomAreaSquareMetres: livingRoom?.usableAreaSquareMetres ?? null,
      unassigned: parts === undefined,
      place: '整套',
      persons: occupants.length,
      rooms: bedrooms.length,
      areaSquareMetres: bedroomArea(bedrooms),
      oneFamily: oneFamily(occupants),
    },
    parts: parts ?? [],
  }
}

/** 居住规定 SH-OCC-01 to 07 and 10 over one let unit (rule sheet 1.1). Pure; every hit keeps what it looked at. */
export const checkOccupancy = (
  occupancy: OccupancyCase,
  trigger: Trigger,
  parameters: RuleParameters = PARAMETERS,
): RuleHit[] =>
  evaluate({ rules: OCCUPANCY_RULES, parameters }, trigger, occupancyFacts(occupancy), {
    city: occupancy.townCode,
    on: occupancy.on,
  })

/** A home as it is registered: beds may stand in any room, and be let in dormitory-type projects only (SH-OCC-06, 11). */
export function checkHome(
  home: Pick<Dwelling, 'propertyKind' | 'rooms'> & { address: { townCode: string } },
  on: Day,
  parameters: RuleParameters = PARAMETERS,
): RuleHit[] {
  const beds = home.rooms.some((room) => room.beds.length > 0)
  const whole = { propertyKind: home.propertyKind, unitKind: beds ? 'bed' : 'room' }
  const parts = home.rooms.map((room) => ({ ...roomFacts(room, []), beds: room.beds.length }))
  return evaluate(
    { rules: OCCUPANCY_RULES, parameters },
    'home.registered',
    { whole, parts },
    {
      city: home.address.townCode,
      on,
    },
  )
}
