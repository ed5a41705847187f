import { dayAt } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { roomOf } from '@anju/shared/dwelling/dwelling'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import { DomainError, type FieldError } from '@anju/shared/errors'
import type { FromTheHome } from '@anju/shared/filing/filing'
import { filingFacts, judgeFiling } from '@anju/shared/filing/filing-facts'
import type { DraftOccupant, Occupant, OccupantInput } from '@anju/shared/filing/occupant'
import { stops } from '@anju/shared/filing/override'
import { type Party, partyOf } from '@anju/shared/filing/party'
import { filingDueOn } from '@anju/shared/filing/time-limits'
import { regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { Person } from '@anju/shared/person/person'
import type { RuleHit } from '@anju/shared/rule'
import type { Asked, RuleParameters } from '@anju/shared/rule/evaluate'
import { dwellingRecord, homeHash, occupationRecord } from '../dwelling/dwelling.store'
import { personRecord } from '../person/person.store'
import { sealIdentity } from '../person/seal'
import { parametersOf } from '../rule/rule.store'
import type { Secrets } from '../secret/secrets'
import { findMany } from '../store/record'
import type { Store } from '../store/store'

type Resident = Pick<OccupantInput, 'relation' | 'supportRelation' | 'roomNo'>

/** What a filing is made from: the home, who has which part of it, both parties, and the numbers of the place. */
interface Ground {
  dwelling: Dwelling
  occupation: Occupation | undefined
  lessor: Person | undefined
  lessee: Person | undefined
  parameters: RuleParameters
}

export async function readGround(store: Store, lease: Lease, now: string): Promise<Ground> {
  const asked = findMany(store, [
    [dwellingRecord, lease.dwellingId],
    [occupationRecord, lease.dwellingId],
    [personRecord, lease.lessorId],
    [personRecord, lease.lesseeId],
  ])
  const [found, parameters] = await Promise.all([asked, parametersOf(store, regionOf(lease.dwellingId), now)])
  const [dwelling, occupation, lessor, lessee] = found as [Dwelling?, Occupation?, Person?, Person?]
  if (!dwelling) throw new DomainError(dwellingRecord.notFound)
  return { dwelling, occupation, lessor, lessee, parameters }
}

/** Asks all rules of a filing about a lease's unit and the people who would live there. */
export function judgeOccupancy(
  { dwelling, occupation, parameters }: Pick<Ground, 'dwelling' | 'occupation' | 'parameters'>,
  lease: Lease,
  residents: Resident[],
  now: string,
): { hits: RuleHit[]; asked: Asked } {
  const fields = strangeRooms(dwelling, residents)
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const today = dayAt(now)
  const signedOn = lease.signedAt ? dayAt(lease.signedAt) : today
  const otherRooms = (occupation?.tenancies ?? [])
    .filter(
      (tenancy) => tenancy.leaseId !== lease.id && tenancy.endOn >= lease.startOn && tenancy.startOn <= lease.endOn,
    )
    .flatMap((tenancy) => (tenancy.unit.kind === 'whole' ? [] : [tenancy.unit.roomNo]))
  const asked = filingFacts(
    {
      dwelling,
      unit: lease.unit,
      letRoomNos: otherRooms,
      tenantKind: lease.tenantKind,
      occupants: residents.map(({ relation, supportRelation, roomNo }) => ({
        isTenant: relation === 'self',
        supportRelation: supportRelation && relation !== 'other',
        roomNo,
      })),
    },
    { signedOn, dueOn: filingDueOn(signedOn), deposit: lease.deposit },
    today,
  )
  return { hits: judgeFiling(asked, { city: dwelling.address.townCode, on: signedOn }, parameters), asked }
}

/** Checks and seals every document number; a number that was sealed before stays. All that is wrong is told at once. @throws request.invalid */
export function sealOccupants(secrets: Secrets, inputs: DraftOccupant[], before: Occupant[] = []): Occupant[] {
  const fields: FieldError[] = []
  const occupants = inputs.map(({ identityNumber, identityMasked, ...occupant }, index) => {
    const path = `occupants.${index}.identityNumber`
    const kept = before.find(
      ({ name, identityKind, identity }) =>
        name === occupant.name && identityKind === occupant.identityKind && identity.masked === identityMasked,
    )
    if (identityNumber === undefined && !kept) fields.push({ path, message: '请填写证件号码' })
    if (identityNumber === undefined) return { ...occupant, identity: kept?.identity ?? NOTHING }
    const sealed = sealIdentity(secrets, occupant.identityKind, identityNumber)
    if ('message' in sealed) fields.push({ path, message: sealed.message })
    return { ...occupant, identity: 'message' in sealed ? NOTHING : sealed }
  })
  const twice = occupants.findIndex(
    (occupant, index) => occupants.findIndex((other) => other.identity.index === occupant.identity.index) !== index,
  )
  if (fields.length === 0 && twice >= 0)
    fields.push({ path: `occupants.${twice}.identityNumber`, message: '这位居住人已填写，请勿重复' })
  const tenants = inputs.filter((occupant) => occupant.relation === 'self').length
  if (tenants > 1) fields.push({ path: 'occupants', message: '“承租人本人”只能有一位' })
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  return occupants
}
const NOTHING = { sealed: '', index: '', masked: '' }

/** Occupants must live in rooms that are there. */
function strangeRooms(dwelling: Dwelling, residents: Resident[]): FieldError[] {
  const known = new Set(dwelling.rooms.map((room) => room.roomNo))
  return residents.flatMap(({ roomNo }, index) =>
    roomNo === undefined || known.has(roomNo)
      ? []
      : [{ path: `occupants.${index}.roomNo`, message: `房屋里没有“${roomNo}”，请重新选择房间` }],
  )
}

/** Both parties as they had themselves verified. */
export const partiesIn = ({ lessor, lessee }: Ground, { lessorName, lesseeName, tenantKind }: Lease): Party[] => [
  partyOf('lessor', 'person', lessorName, lessor),
  partyOf('lessee', tenantKind, lesseeName, lessee),
]

/**
 * What a case takes from the home, both parties and its occupants. `exceptionReason`: its filer asks a supervisor to let
 * it pass what may be passed. @throws filing.blocked with every rule that refuses
 */
export function settleFacts(
  ground: Ground,
  lease: Lease,
  occupants: Occupant[],
  now: string,
  exceptionReason?: string,
): FromTheHome {
  const { dwelling } = ground
  const judged = occupants.length > 0 ? judgeOccupancy(ground, lease, occupants, now) : { hits: [] }
  const refusing = stops(judged.hits, exceptionReason !== undefined)
  if (refusing.length > 0) throw new DomainError('filing.blocked', { rules: refusing })
  const room = roomOf(dwelling, lease.unit)
  const { committeeCode } = dwelling.address
  return {
    occupants,
    parties: partiesIn(ground, lease),
    homeHash: homeHash(dwelling.address),
    ...judged,
    ...(exceptionReason && { exceptionReason }),
    addressText: dwelling.addressText,
    communityName: dwelling.communityName,
    ...(committeeCode && { committeeCode }),
    ...(dwelling.titleNo && { titleNo: dwelling.titleNo }),
    ...(room && {
      room: {
        roomNo: room.roomNo,
        originalUse: room.originalUse,
        usableAreaSquareMetres: room.usableAreaSquareMetres,
      },
    }),
  }
}
