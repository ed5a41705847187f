import * as z from 'zod'

/** 26 characters of Crockford base 32: a time and a random part, made by the client. */
const ULID = '[0-9A-HJKMNP-TV-Z]{26}'
/** District (6), town (9) or committee (12 digits); an id keeps the region in which it was born. */
const REGION = '\\d{6}(?:\\d{3}(?:\\d{3})?)?'

/** Things that lie in a place: the region is part of the id, so a key can be built, and a region checked, before any read. */
const LOCAL_KINDS = [
  'dwl',
  'lst',
  'ask',
  'lea',
  'fil',
  'pic',
  'bil',
  'mtr',
  'rep',
  'upk',
  'hle',
  'pay',
  'mch',
  'dif',
  'cmp',
  'msg',
  'rvw',
  'prm',
] as const
/** Things that belong to nobody's place. */
const FREE_KINDS = ['usr', 'ses', 'ent', 'rdg', 'chk', 'cmd', 'biz', 'inv', 'wrk', 'apv'] as const
export const ID_KINDS = [...LOCAL_KINDS, ...FREE_KINDS] as const
export type IdKind = (typeof ID_KINDS)[number]
export const isLocal = (kind: string): boolean => (LOCAL_KINDS as readonly string[]).includes(kind)

/** An id of one kind; ids of two kinds do not compile across each other. */
export type Id<K extends IdKind> = string & { readonly [kind in K]: true }

export const idPattern = (kind: IdKind): RegExp =>
  new RegExp(`^${kind}_${isLocal(kind) ? `(?:${REGION})_` : ''}${ULID}$`)

export type UserId = Id<'usr'>
export type SessionId = Id<'ses'>
export type DwellingId = Id<'dwl'>
export type ListingId = Id<'lst'>
export type RequestId = Id<'ask'>
export type LeaseId = Id<'lea'>
export type FilingId = Id<'fil'>
export type ParameterId = Id<'prm'>
export type PictureId = Id<'pic'>
export type ComplaintId = Id<'cmp'>
export type ReviewId = Id<'rvw'>
export type WorksId = Id<'wrk'>
export type BillId = Id<'bil'>
export type HeadLeaseId = Id<'hle'>
export type ApprovalId = Id<'apv'>
export type OrderId = Id<'pay'>
export type MerchantId = Id<'mch'>
export type DifferenceId = Id<'dif'>
export type MessageId = Id<'msg'>
export type EntryId = Id<'ent'>
export type MeterId = Id<'mtr'>
export type ReadingId = Id<'rdg'>
export type RepairId = Id<'rep'>
export type UpkeepId = Id<'upk'>
export type CheckId = Id<'chk'>
export type CommandId = Id<'cmd'>
export type BusinessId = Id<'biz'>
export type InvitationId = Id<'inv'>
/** An id of any kind. */
export type AnyId = { [K in IdKind]: Id<K> }[IdKind]

const schema = <K extends IdKind>(kind: K, description: string) =>
  z.string().regex(idPattern(kind), '编号格式不对').meta({ description }) as unknown as z.ZodType<Id<K>, string>

export const UserId = schema('usr', 'a person')
export const DwellingId = schema('dwl', 'a home, with the code of its town')
export const ListingId = schema('lst', 'an advert, with the code of its town or district')
export const RequestId = schema('ask', 'a request to rent, with the code of the town of its home')
export const LeaseId = schema('lea', 'a lease, with the code of the town of its home')
export const FilingId = schema('fil', 'a filing case, with the code of its town')
export const ParameterId = schema('prm', 'a number of the law as a town or a district recorded it, with its code')
export const PictureId = schema('pic', 'a picture, with the code of the town of its home')
export const ComplaintId = schema('cmp', 'a complaint, with the code of its town')
export const ReviewId = schema('rvw', 'a text or picture that a person looks at, with the code of its town')
export const HeadLeaseId = schema('hle', 'a lease from an owner, with the code of the town of its first home')
export const ApprovalId = schema('apv', 'something that an owner is asked to agree to')
export const WorksId = schema('wrk', 'a fitting-out of a unit')
export const BillId = schema('bil', 'a bill, with the code of the town of its home')
export const OrderId = schema('pay', 'a payment order, with the code of the town of its bill')
export const MerchantId = schema('mch', 'the merchant account of a holder')
export const DifferenceId = schema('dif', 'a difference between a trade bill and our payments')
export const MessageId = schema('msg', 'a message under a lease, with the code of the town of its home')
export const EntryId = schema('ent', 'a ledger entry')
export const BusinessId = schema('biz', 'a holder as a business: the ULID of the holder')
export const InvitationId = schema('inv', 'an invitation to work for a holder')
export const MeterId = schema('mtr', 'a meter, with the code of the town of its home')
export const ReadingId = schema('rdg', 'a reading of a meter')
export const RepairId = schema('rep', 'a repair, with the code of the town of its home')
export const UpkeepId = schema('upk', 'the upkeep of a home: the ULID of the home')
export const CheckId = schema('chk', 'a check of a home')
export const CommandId = schema(
  'cmd',
  'one intention of one person: repeat it after a lost answer and nothing happens twice',
)

export const kindOf = (id: string): IdKind => id.slice(0, 3) as IdKind

/** The region code inside the id of a thing that lies in a place. */
export function regionOf(id: string): string {
  const region = id.split('_')[1]
  if (!region || !/^\d+$/.test(region)) throw new Error(`id without a region: ${id}`)
  return region
}

/** Composes an id from its kind, a ULID and, for things in a place, the region code. */
export function composeId<K extends IdKind>(kind: K, ulid: string, region?: string): Id<K> {
  const id = region === undefined ? `${kind}_${ulid}` : `${kind}_${region}_${ulid}`
  if (!idPattern(kind).test(id)) throw new Error(`no such id: ${id}`)
  return id as Id<K>
}
