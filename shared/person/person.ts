import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import type { Instant } from '../day'
import { DomainError } from '../errors'
import { UserId } from '../id'
import { isStaff, isTeam, Role, STAFF_REGION_DIGITS } from './role'
import type { SealedText } from './sealed'

export const Hat = z.object({
  role: Role,
  region: z.string().optional().meta({ description: 'region code of a staff role; absent for others' }),
  holderId: UserId.optional().meta({ description: 'for whom a team role works; absent for others' }),
})
export type Hat = z.infer<typeof Hat>

/** Documents by which a person is known (rules 7.1–7.4). */
export const IdentityKind = z.enum([
  'citizen',
  'hmt_resident',
  'foreign_permanent',
  'passport',
  'hm_permit',
  'tw_permit',
])
export type IdentityKind = z.infer<typeof IdentityKind>
export const IDENTITY_NAMES: Record<IdentityKind, string> = {
  citizen: '居民身份证',
  hmt_resident: '港澳台居民居住证',
  foreign_permanent: '外国人永久居留身份证',
  passport: '护照',
  hm_permit: '港澳居民来往内地通行证',
  tw_permit: '台湾居民来往大陆通行证',
}

export const RealName = z
  .string()
  .trim()
  .min(2, '姓名至少两个字')
  .max(50, '姓名过长')
  .regex(/^[\p{L}\p{M}·•.' -]+$/u, '姓名只能含文字、间隔号和空格')

/** 人 as stored. The openid is kept as its HMAC index only, phone and document number are sealed. */
export interface Person extends Aggregate {
  id: UserId
  openidIndex: string
  realName?: string
  identityKind?: IdentityKind
  identity?: SealedText
  phone?: SealedText
  hats: Hat[]
  closedAt?: Instant
}

/** 我的 as its owner sees it: numbers masked. */
export const Me = z.object({
  id: UserId,
  ...aggregate,
  realName: z.string().optional(),
  identityKind: IdentityKind.optional(),
  identityMasked: z.string().optional(),
  phoneMasked: z.string().optional(),
  hats: z.array(Hat),
})
export type Me = z.infer<typeof Me>

export const viewMe = (person: Person): Me => ({
  id: person.id,
  version: person.version,
  createdAt: person.createdAt,
  revisedAt: person.revisedAt,
  hats: person.hats,
  ...(person.realName && { realName: person.realName }),
  ...(person.identityKind && { identityKind: person.identityKind }),
  ...(person.identity && { identityMasked: person.identity.masked }),
  ...(person.phone && { phoneMasked: person.phone.masked }),
})

export const sameHat = (one: Hat, other: Hat) =>
  one.role === other.role && one.region === other.region && one.holderId === other.holderId

/** 添加身份: a personal role by oneself, a team role for a holder, a staff role with a region of the right length. */
export function putOnHat(person: Person, hat: Hat, now: Instant): Person {
  const digits = hat.region?.length ?? 0
  const fits = isStaff(hat.role) ? STAFF_REGION_DIGITS[hat.role].includes(digits) : digits === 0
  if (!fits || isTeam(hat.role) !== (hat.holderId !== undefined)) throw new DomainError('person.hat_region')
  if (person.hats.some((held) => sameHat(held, hat))) throw new DomainError('person.hat_held')
  return revise(person, { hats: [...person.hats, hat] }, now)
}

/** 移除身份. */
export function takeOffHat(person: Person, hat: Hat, now: Instant): Person {
  if (!person.hats.some((held) => sameHat(held, hat))) throw new DomainError('person.hat_not_held')
  return revise(person, { hats: person.hats.filter((held) => !sameHat(held, hat)) }, now)
}

/** 注销账号: what the law lets us forget is forgotten; the id stays in what others signed. */
export function closeAccount(person: Person, now: Instant): Person {
  const { realName: _name, identityKind: _kind, identity: _identity, phone: _phone, ...rest } = person
  return revise({ ...rest } as Person, { hats: [], closedAt: now, openidIndex: '' }, now)
}
