import { dayAt } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { roomOf } from '@anju/shared/dwelling/dwelling'
import { DomainError, type FieldError } from '@anju/shared/errors'
import type { FromTheHome } from '@anju/shared/filing/filing'
import { checkOccupancy } from '@anju/shared/filing/occupancy'
import type { Occupant, OccupantInput } from '@anju/shared/filing/occupant'
import type { Lease } from '@anju/shared/lease/lease'
import { blocks, type RuleHit } from '@anju/shared/rule'
import { dwellingRecord, occupationRecord } from '../dwelling/dwelling.store'
import { sealIdentity } from '../person/seal'
import type { Secrets } from '../secret/secrets'
import { find, read } from '../store/record'
import type { Store } from '../store/store'

type Asked = Pick<OccupantInput, 'relation' | 'supportRelation' | 'roomNo'>[]

/** Runs SH-OCC-01 to 07 over a lease's unit and the people who would live there. */
export async function judgeOccupancy(
  store: Store,
  lease: Lease,
  asked: Asked,
  now: string,
): Promise<{ hits: RuleHit[]; dwelling: Dwelling }> {
  const dwelling = await read(store, dwellingRecord, lease.dwellingId)
  const fields = strangeRooms(dwelling, asked)
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const occupation = await find(store, occupationRecord, lease.dwellingId)
  const on = lease.signedAt ? dayAt(lease.signedAt) : dayAt(now)
  const otherRooms = (occupation?.tenancies ?? [])
    .filter(
      (tenancy) => tenancy.leaseId !== lease.id && tenancy.endOn >= lease.startOn && tenancy.startOn <= lease.endOn,
    )
    .flatMap((tenancy) => (tenancy.unit.kind === 'whole' ? [] : [tenancy.unit.roomNo]))
  const hits = checkOccupancy({
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
  })
  return { hits, dwelling }
}

/** Checks and seals every document number; all that is wrong is told at once. @throws request.invalid */
export function sealOccupants(secrets: Secrets, inputs: OccupantInput[]): Occupant[] {
  const fields: FieldError[] = []
  const occupants = inputs.map(({ identityNumber, ...occupant }, index) => {
    const sealed = sealIdentity(secrets, occupant.identityKind, identityNumber)
    if ('message' in sealed) fields.push({ path: `occupants.${index}.identityNumber`, message: sealed.message })
    return { ...occupant, identity: 'message' in sealed ? { sealed: '', index: '', masked: '' } : sealed }
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

/** Occupants must live in rooms that are there. */
function strangeRooms(dwelling: Dwelling, asked: Asked): FieldError[] {
  const known = new Set(dwelling.rooms.map((room) => room.roomNo))
  return asked.flatMap(({ roomNo }, index) =>
    roomNo === undefined || known.has(roomNo)
      ? []
      : [{ path: `occupants.${index}.roomNo`, message: `房屋里没有“${roomNo}”，请重新选择房间` }],
  )
}

/** What a filing takes from the home and its occupants. @throws filing.blocked with every rule that refuses */
export async function settleOccupants(
  { store, secrets, now }: { store: Store; secrets: Secrets; now: string },
  lease: Lease,
  inputs: OccupantInput[],
): Promise<FromTheHome> {
  const occupants = sealOccupants(secrets, inputs)
  const { hits, dwelling } = await judgeOccupancy(store, lease, inputs, now)
  if (blocks(hits).length > 0) throw new DomainError('filing.blocked', { rules: blocks(hits) })
  const room = roomOf(dwelling, lease.unit)
  const { committeeCode } = dwelling.address
  return {
    occupants,
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
