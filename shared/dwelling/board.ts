import * as z from 'zod'
import { addDays, Day, dayAt, daysBetween } from '../day'
import { checkOccupancy } from '../filing/occupancy'
import { LeaseId, ListingId, WorksId } from '../id'
import { blocks, RuleHit } from '../rule'
import { type Dwelling, Unit, unitKey, unitsOverlap } from './dwelling'
import { isHeldOn, lastDayOf, type Occupation, type Tenancy } from './occupation'

/** What a unit does today. `covered`: space that it shares is let or advertised as another unit. */
export const BoardState = z.enum(['let', 'notice', 'held_over', 'works', 'listed', 'vacant', 'covered', 'not_lettable'])
export type BoardState = z.infer<typeof BoardState>
export const BOARD_STATE_NAMES: Record<BoardState, string> = {
  let: '已出租',
  notice: '退租中',
  held_over: '到期续住',
  works: '装修中',
  listed: '已挂牌',
  vacant: '空置',
  covered: '不能另租',
  not_lettable: '不可出租',
}

/** 房态 of one unit. */
export const UnitState = z.object({
  unit: Unit,
  state: BoardState,
  leaseId: LeaseId.optional(),
  lesseeName: z.string().optional(),
  listingId: ListingId.optional(),
  worksId: WorksId.optional(),
  what: z.string().optional().meta({ description: 'what is being done, where it is being fitted out' }),
  until: Day.optional().meta({ description: 'last day of the running lease, of the notice or of the works' }),
  vacantSince: Day.optional().meta({ description: 'the day after it was last let, or the day it was registered' }),
  vacantDays: z.int().optional().meta({ description: 'days vacant until today, without days of works' }),
  nextFrom: Day.optional().meta({ description: 'first day of the next lease, where one is signed' }),
  coveredBy: Unit.optional().meta({ description: 'what is let or advertised in the same space' }),
  rules: z.array(RuleHit).optional().meta({ description: 'why it may not be let' }),
})
export type UnitState = z.infer<typeof UnitState>

type Home = Pick<Dwelling, 'rooms' | 'propertyKind' | 'certificateBedrooms' | 'createdAt'> & {
  address: { townCode: string }
}

const unitsOf = ({ rooms }: Pick<Dwelling, 'rooms'>): Unit[] => [
  { kind: 'whole' },
  ...rooms.flatMap(({ roomNo, beds }) => [
    { kind: 'room' as const, roomNo },
    ...beds.map(({ bedNo }) => ({ kind: 'bed' as const, roomNo, bedNo })),
  ]),
]

const ofTenancy = ({ leaseId, lesseeName, heldOver, leavesOn, endOn }: Tenancy) => ({
  state: heldOver ? ('held_over' as const) : leavesOn ? ('notice' as const) : ('let' as const),
  leaseId,
  ...(lesseeName && { lesseeName }),
  until: leavesOn ?? endOn,
})

/** When a unit was last let in any part of it, as the first day that it was free. */
function vacancy({ createdAt }: Home, occupation: Occupation, unit: Unit, today: Day) {
  const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, unit)
  const lastDays = [
    ...occupation.tenancies.filter(shares).map(lastDayOf),
    ...(occupation.lastLet ?? []).filter(shares).map(({ on }) => on),
  ].filter((day) => day < today)
  const registered = dayAt(createdAt)
  const vacantSince = lastDays.length > 0 ? addDays(lastDays.sort().at(-1) as Day, 1) : registered
  const worked = (occupation.works ?? []).filter(shares).reduce((days, { from, to }) => {
    const first = from > vacantSince ? from : vacantSince
    const last = to < today ? to : addDays(today, -1)
    return days + Math.max(0, daysBetween(first, last) + 1)
  }, 0)
  return { vacantSince, vacantDays: Math.max(0, daysBetween(vacantSince, today) - worked) }
}

/** 房态: every part of a home that could be let, and those that may not, with what each does today and why. */
export function board(dwelling: Home, occupation: Occupation, today: Day): UnitState[] {
  const held = occupation.tenancies.filter((tenancy) => isHeldOn(tenancy, today))
  const awaited = occupation.tenancies.filter((tenancy) => tenancy.startOn > today)
  const inUse = [...held, ...occupation.listings]
  const letRoomNos = inUse.flatMap(({ unit }) => (unit.kind === 'whole' ? [] : [unit.roomNo]))
  return unitsOf(dwelling).map((unit): UnitState => {
    const same = (other: { unit: Unit }) => unitKey(other.unit) === unitKey(unit)
    const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, unit)
    const listing = occupation.listings.find(same)
    const advert = listing && { listingId: listing.listingId }
    const nextFrom = awaited
      .filter(shares)
      .map(({ startOn }) => startOn)
      .sort()[0]
    const next = nextFrom !== undefined && { nextFrom }
    const tenancy = held.find(same)
    if (tenancy) return { unit, ...ofTenancy(tenancy), ...advert, ...next }
    const cover = held.find(shares)
    if (cover) return { unit, state: 'covered', coveredBy: cover.unit, ...next }
    const works = (occupation.works ?? []).find((each) => shares(each) && each.from <= today && today <= each.to)
    if (works) return { unit, state: 'works', worksId: works.id, what: works.what, until: works.to, ...advert, ...next }
    // Signed and not yet begun: nobody else may have it, so it is let, from `nextFrom` on.
    const signed = awaited.filter(same).sort((one, other) => (one.startOn < other.startOn ? -1 : 1))[0]
    if (signed) return { unit, ...ofTenancy(signed), ...advert, ...next }
    const empty = vacancy(dwelling, occupation, unit, today)
    if (advert) return { unit, state: 'listed', ...advert, ...empty, ...next }
    const advertised = occupation.listings.find(shares)
    if (advertised) return { unit, state: 'covered', coveredBy: advertised.unit, ...next }
    const { townCode } = dwelling.address
    const rules = blocks(
      checkOccupancy(
        { townCode, on: today, dwelling, unit, letRoomNos, tenantKind: 'person', occupants: [] },
        'listing.published',
      ),
    )
    if (rules.length > 0) return { unit, state: 'not_lettable', rules }
    return { unit, state: 'vacant', ...empty, ...next }
  })
}

/** A number that stands for a whole building has no 号 behind it. */
const BUILDING_NUMBER = /(?:号楼|幢|栋|座)$/

/** 同一幢房屋: homes of one community behind one door number. */
export const buildingOf = ({ communityName, address }: Pick<Dwelling, 'communityName' | 'address'>): string =>
  [
    communityName,
    [
      address.road,
      address.lane && `${address.lane}弄`,
      BUILDING_NUMBER.test(address.number) ? address.number : `${address.number}号`,
      address.building && `${address.building}幢`,
    ]
      .filter(Boolean)
      .join(''),
  ].join(' ')

/** Whether a search finds a home: in its community, address, rooms, or the tenants who have it today. */
export function found(
  home: { communityName: string; addressText: string; units: readonly Pick<UnitState, 'unit' | 'lesseeName'>[] },
  search: string,
): boolean {
  const words = search.trim().toLowerCase().split(/\s+/)
  const text = [
    home.communityName,
    home.addressText,
    ...home.units.flatMap(({ unit, lesseeName }) => [
      unit.kind === 'whole' ? '' : `${unit.roomNo}室`,
      lesseeName ?? '',
    ]),
  ]
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}
