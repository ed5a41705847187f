import type { Day } from '@anju/shared/day'
import type { FilingView } from '@anju/shared/filing/filing'
import type { DraftOccupant as Kept, Relation } from '@anju/shared/filing/occupant'
import type { Lease } from '@anju/shared/lease/lease'
import { checkIdentity } from '@anju/shared/person/identity'
import { type IdentityKind, RealName } from '@anju/shared/person/person'
import Taro from '@tarojs/taro'
import { useState } from 'react'

/** One 居住人 while the form is being filled in. */
export interface DraftOccupant {
  key: string
  name: string
  identityKind: IdentityKind
  identityNumber: string
  /** The number of the case that came back, which only its owner can type again. */
  identityMasked: string
  relation: Relation
  supportRelation: boolean
  roomNo: string
  movedInOn: Day | undefined
}

/** Bound by law to support one another, as far as the relation tells (SH-OCC-03). */
export const isFamily = (relation: Relation): boolean => relation !== 'self' && relation !== 'other'

let made = 0
const newKey = () => `${Date.now()}-${++made}`

export const blankOccupant = (relation: Relation, name = ''): DraftOccupant => ({
  key: newKey(),
  name,
  identityKind: 'citizen',
  identityNumber: '',
  identityMasked: '',
  relation,
  supportRelation: isFamily(relation),
  roomNo: '',
  movedInOn: undefined,
})

/** A number that the case has already, sealed, and that nobody typed over. */
const isKept = ({ identityMasked, identityNumber }: DraftOccupant): boolean =>
  identityMasked !== '' && identityNumber === ''

/** Whom the case has already; else the tenant stands first, by name. */
export const startFrom = (lease: Lease, filing: FilingView | undefined): DraftOccupant[] =>
  filing && filing.occupants.length > 0
    ? filing.occupants.map((occupant) => ({
        ...blankOccupant(occupant.relation),
        ...occupant,
        roomNo: occupant.roomNo ?? '',
        movedInOn: occupant.movedInOn,
      }))
    : [{ ...blankOccupant('self', lease.lesseeName), movedInOn: lease.startOn }]

/** As they stand once the case has them: the numbers are with the case and no longer here. */
export const asSaved = (occupants: readonly DraftOccupant[], filing: FilingView): DraftOccupant[] =>
  occupants.map((occupant, index) => ({
    ...occupant,
    identityNumber: '',
    identityMasked: filing.occupants[index]?.identityMasked ?? '',
  }))

export interface Wrong {
  name?: string
  identityNumber?: string
}

/** What is still missing or wrong in one occupant. */
export function wrongIn(occupant: DraftOccupant, all: readonly DraftOccupant[]): Wrong {
  const name = RealName.safeParse(occupant.name)
  const number = checkIdentity(occupant.identityKind, occupant.identityNumber)
  const twice =
    number.ok &&
    all.some((other) => other.key !== occupant.key && other.identityNumber.trim().toUpperCase() === number.normalised)
  return {
    ...(!name.success && { name: name.error.issues[0]?.message ?? '请填写姓名' }),
    ...(isKept(occupant)
      ? {}
      : occupant.identityNumber === ''
        ? { identityNumber: '请填写证件号码' }
        : !number.ok
          ? { identityNumber: number.message }
          : twice && { identityNumber: '这位居住人已填写，请勿重复' }),
  }
}

export const isComplete = (occupant: DraftOccupant, all: readonly DraftOccupant[]): boolean =>
  Object.keys(wrongIn(occupant, all)).length === 0

/** As the contract takes it; what was left empty is left out. */
export const inputOf = (occupant: DraftOccupant): Kept => ({
  name: occupant.name.trim(),
  identityKind: occupant.identityKind,
  ...(isKept(occupant)
    ? { identityMasked: occupant.identityMasked }
    : { identityNumber: occupant.identityNumber.trim() }),
  ...checkedPart(occupant),
})

/** What the rules look at: neither name nor number. */
export const checkedPart = ({ relation, supportRelation, roomNo, movedInOn }: DraftOccupant) => ({
  relation,
  supportRelation: supportRelation && isFamily(relation),
  ...(roomNo.trim() && { roomNo: roomNo.trim() }),
  ...(movedInOn && { movedInOn }),
})

/** Kept on this device as it is typed, without the numbers of documents; `key` names the person and the case. */
export function useDraftOccupants(key: string, start: () => DraftOccupant[]) {
  const storageKey = `draft:filing:${key}`
  const [occupants, setOccupants] = useState(() => Taro.getStorageSync<DraftOccupant[] | ''>(storageKey) || start())
  const change = (next: DraftOccupant[]) => {
    Taro.setStorageSync(
      storageKey,
      next.map((occupant) => ({ ...occupant, identityNumber: '' })),
    )
    setOccupants(next)
  }
  return { occupants, change, drop: () => Taro.removeStorageSync(storageKey) }
}
