import { dayAt } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { roomOf } from '@anju/shared/dwelling/dwelling'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import { DomainError, type FieldError } from '@anju/shared/errors'
import type { FromTheHome } from '@anju/shared/filing/filing'
import { checkOccupancy } from '@anju/shared/filing/occupancy'
import type { DraftOccupant, Occupant, OccupantInput } from '@anju/shared/filing/occupant'
import { type Party, partyOf } from '@anju/shared/filing/party'
import type { Lease } from '@anju/shared/lease/lease'
import type { Person } from '@anju/shared/person/person'
import { blocks, type RuleHit } from '@anju/shared/rule'
import { dwellingRecord, homeHash, occupationRecord } from '../dwelling/dwelling.store'
import { personRecord } from '../person/person.store'
import { sealIdentity } from '../person/seal'
import type { Secrets } from '../secret/secrets'
import { findMany } from '../store/record'
import type { Store } from '../store/store'

type Asked = Pick<OccupantInput, 'relation' | 'supportRelation' | 'roomNo'>[]

/** What a filing is made from, read in one request: the home, who has which part of it, and both parties. */
interface Ground {
  dwelling: Dwelling
  occupation: Occupation | undefined
  lessor: Person | undefined
  lessee: Person | undefined
}

export async function readGround(store: Store, lease: Lease): Promise<Ground> {
  const [dwelling, occupation, lessor, lessee] = (await findMany(store, [
    [dwellingRecord, lease.dwellingId],
    [occupationRecord, lease.dwellingId],
    [personRecord, lease.lessorId],
    [personRecord, lease.lesseeId],
  ])) as [Dwelling | undefined, Occupation | undefined, Person | undefined, Person | undefined]
  if (!dwelling) throw new DomainError(dwellingRecord.notFound)
  return { dwelling, occupation, lessor, lessee }
}

/** Runs SH-OCC-01 to 07 over a lease's unit and the people who would live there. */
export function judgeOccupancy(
  { dwelling, occupation }: Pick<Ground, 'dwelling' | 'occupation'>,
  lease: Lease,
  asked: Asked,
  now: string,
): RuleHit[] {
  const fields = strangeRooms(dwelling, asked)
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const on = lease.signedAt ? dayAt(lease.signedAt) : dayAt(now)
  const otherRooms = (occupation?.tenancies ?? [])
    .filter(
      (tenancy) => tenancy.leaseId !== lease.id && tenancy.endOn >= lease.startOn && tenancy.startOn <= lease.endOn,
    )
    .flatMap((tenancy) => (tenancy.unit.kind === 'whole' ? [] : [tenancy.unit.roomNo]))
  return checkOccupancy(
    {
      townCode: dwelling.address.townCode,
      on,
      dwelling,
      unit: lease.unit,
      letRoomNos: otherRooms,
      tenantKind: lease.tenantKind,
      occupants: asked.map(({ relation, supportRelation, roomNo }) => ({
        isTenant: relation === 'self',
        supportRelation: supportRelation && relation !== 'other',
        roomNo,
      })),
    },
    'filing.submitted',
  )
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
function strangeRooms(dwelling: Dwelling, asked: Asked): FieldError[] {
  const known = new Set(dwelling.rooms.map((room) => room.roomNo))
  return asked.flatMap(({ roomNo }, index) =>
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

/** What a case takes from the home, both parties and its occupants. @throws filing.blocked with every rule that refuses */
export function settleFacts(ground: Ground, lease: Lease, occupants: Occupant[], now: string): FromTheHome {
  const { dwelling } = ground
  const hits = occupants.length > 0 ? judgeOccupancy(ground, lease, occupants, now) : []
  if (blocks(hits).length > 0) throw new DomainError('filing.blocked', { rules: blocks(hits) })
  const room = roomOf(dwelling, lease.unit)
  const { committeeCode } = dwelling.address
  return {
    occupants,
    parties: partiesIn(ground, lease),
    homeHash: homeHash(dwelling.address),
    hits,
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
