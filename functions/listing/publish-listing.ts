import { dayAt } from '@anju/shared/day'
import { hasUnit, roomOf } from '@anju/shared/dwelling/dwelling'
import { advertise, lastDayOf } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { checkOccupancy } from '@anju/shared/filing/occupancy'
import { regionOf } from '@anju/shared/id'
import { floorBandOf, Listing } from '@anju/shared/listing/listing'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noUpkeep, safetyHit, type Upkeep, upkeepIdOf } from '@anju/shared/repair/upkeep'
import { blocks } from '@anju/shared/rule'
import { checkText } from '../content/check-text'
import { readHome, saveOccupation } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { whileOpen } from '../person/closing'
import { fullName } from '../region/region.data'
import { upkeepRecord } from '../repair/upkeep.store'
import { parametersOf } from '../rule/rule.store'
import { save } from '../store/record'
import { listingRecord } from './listing.store'

/**
 * 发布房源 for one unit of a home; what may not be let may not be advertised (SH-OCC-01, 05, 06). A warning is kept with it
 * (N-02). Its words are checked first: what no machine passes waits, and is in no search until an officer has passed it.
 */
export const publishListing: UseCase<typeof listingRoutes.publishListing> = async (input, context) => {
  const { actor, now, subject, store, cause } = context
  const { commandId: _command, dwellingId, listingId, unit, ...facts } = input
  const townCode = regionOf(dwellingId)
  const [read, parameters] = await Promise.all([
    readHome(store, dwellingId, subject.holderId, now, [upkeepRecord, upkeepIdOf(dwellingId)]),
    parametersOf(store, townCode, now),
  ])
  const { dwelling, occupation } = read
  const [upkeep = noUpkeep({ dwellingId, holderId: subject.holderId, addressText: subject.addressText }, now)] =
    read.beside as [Upkeep | undefined]
  if (regionOf(listingId) !== townCode) throw new DomainError('dwelling.region_mismatch')
  if (!hasUnit(dwelling, unit)) throw new DomainError('dwelling.no_such_unit')
  const today = dayAt(now)
  const letRoomNos = [
    ...occupation.tenancies.filter((tenancy) => lastDayOf(tenancy) >= today),
    ...occupation.listings,
  ].flatMap(({ unit: other }) => (other.kind === 'whole' ? [] : [other.roomNo]))
  const refused = blocks(
    checkOccupancy(
      { townCode, on: today, dwelling, unit, letRoomNos, tenantKind: 'person', occupants: [] },
      'listing.published',
      parameters,
    ),
  )
  if (refused.length > 0) throw new DomainError('listing.blocked', { rules: refused })
  const room = roomOf(dwelling, unit)
  const count = (use: string) => dwelling.rooms.filter((other) => other.originalUse === use).length
  const area = room
    ? room.usableAreaSquareMetres
    : (dwelling.buildingAreaSquareMetres ?? sum(dwelling.rooms.map((other) => other.usableAreaSquareMetres)))
  if (!area)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'unit', message: `请先在房屋资料中填写${room ? '这个房间的使用面积' : '整套的建筑面积'}` }],
    })
  const warning = safetyHit(upkeep, today)
  // A bed is a share of its room, among all who may sleep in it (SH-OCC-06).
  const persons = unit.kind === 'bed' ? room?.beds.length : undefined
  const { floors } = dwelling
  const listing: Listing = {
    ...facts,
    id: listingId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    status: 'published',
    unitKind: unit.kind,
    unit,
    districtCode: townCode.slice(0, 6),
    townCode,
    regionName: fullName(townCode),
    communityName: dwelling.communityName,
    layout: { bedrooms: count('bedroom'), livingRooms: count('living_room'), bathrooms: count('bathroom') },
    areaSquareMetres: persons ? Math.round((area * 100) / persons) / 100 : area,
    ...(persons && { sharedRoom: { areaSquareMetres: area, persons } }),
    ...(floors && {
      floor: floors.floor,
      totalFloors: floors.of,
      hasLift: floors.lift,
      floorBand: floorBandOf(floors),
    }),
    holderId: actor.holderId,
    dwellingId,
    ...(warning && { warnings: [warning] }),
    publishedAt: now,
  }
  if (!Listing.safeParse(listing).success)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'unit', message: '房屋的面积或间数超出可发布的范围，请先核对房屋资料' }],
    })
  const taken = advertise(occupation, { listingId, unit }, today, now)
  const { title, description } = listing
  const { state, changes } = await checkText(context, {
    aboutId: listingId,
    part: 'advert',
    scene: 'social',
    text: `${title}\n${description}`,
    beside: dwelling.communityName,
  })
  const advert: Listing = { ...listing, status: state === 'shown' ? 'published' : 'waiting' }
  await store.commit([
    ...save(listingRecord, undefined, advert, cause(state === 'shown' ? 'listing.published' : 'listing.asked')),
    ...changes,
    ...whileOpen(actor.holderId),
    ...saveOccupation(occupation, taken),
  ])
  return advert
}

function sum(areas: (number | null)[]): number | null {
  if (areas.some((area) => area === null)) return null
  return Math.round(areas.reduce<number>((total, area) => total + (area ?? 0) * 100, 0)) / 100
}
