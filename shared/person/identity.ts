import { type Day, dayAt } from '../day'
import { MAINLAND_PROVINCES } from '../region/region'
import { machineCheckDigit } from './machine-check'
import type { IdentityKind } from './person'

export type IdentityReason = 'format' | 'legacy15' | 'region' | 'birthdate' | 'birth_range' | 'checksum'
export type Identity =
  | { ok: true; normalised: string; sex?: 'male' | 'female'; birthOn?: Day }
  | { ok: false; reason: IdentityReason; message: string }

export interface IdentityCheck {
  /** The day against which a birth lies in the future; today in Shanghai unless given. */
  today?: Day
  /** ISO 3166-1 alpha-3 of the issuer of a passport; CHN has a form of its own. */
  passportCountry?: string
  /** Refuses county 319900, which does not exist and which all made-up persons of tests have: for production. */
  refuseTestCounty?: boolean
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const TEST_COUNTY = '319900'
/** Nobody who lives was born before (rules 7.1, our own choice). */
const EARLIEST_BIRTH = '1850-01-01'

const MESSAGES: Record<Exclude<IdentityReason, 'format' | 'region'>, string> = {
  legacy15: '15 位身份证号已停用，请填写 18 位号码',
  birthdate: '号码中的出生日期不存在，请核对第 7 至 14 位',
  birth_range: '号码中的出生日期不可能，请核对第 7 至 14 位',
  checksum: '号码有误（校验位不符），请逐位核对',
}

const refuse = (reason: IdentityReason, message: string): Identity => ({ ok: false, reason, message })
const refuseFor = (reason: keyof typeof MESSAGES): Identity => refuse(reason, MESSAGES[reason])

/** The last character of an 18-digit number: ISO 7064 MOD 11-2 over the first 17 (GB 11643-1999). */
function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** What all 18-digit numbers share: a real birth, not in the future, and the check digit. */
function checkBirthAndDigit(number: string, today: Day): Identity {
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCalendarDay(birthOn)) return refuseFor('birthdate')
  if (birthOn < EARLIEST_BIRTH || birthOn > today) return refuseFor('birth_range')
  if (checkDigit(number.slice(0, 17)) !== number[17]) return refuseFor('checksum')
  return { ok: true, normalised: number, birthOn }
}

/** As `isDay`, which begins in 1900: births reach further back. */
function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const withSex = (identity: Identity): Identity =>
  identity.ok ? { ...identity, sex: Number(identity.normalised[16]) % 2 === 1 ? 'male' : 'female' } : identity

/** 居民身份证 (rules 7.1). The county need not exist today: people keep codes of abolished counties. */
function checkCitizen(number: string, today: Day, refuseTestCounty: boolean): Identity {
  if (/^\d{15}$/.test(number)) return refuseFor('legacy15')
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('format', '身份证号应为 18 位半角数字，最后一位可以是 X')
  if (/^8[123]0000/.test(number)) return refuse('region', '这是港澳台居民居住证号码，请更改证件类型')
  if (number.startsWith('9')) return refuse('region', '9 开头的是外国人永久居留身份证号码，请更改证件类型')
  const known = MAINLAND_PROVINCES.includes(number.slice(0, 2)) && !(refuseTestCounty && number.startsWith(TEST_COUNTY))
  if (!known) return refuse('region', '号码开头的地区代码不存在，请核对前 6 位')
  return withSex(checkBirthAndDigit(number, today))
}

/** 港澳台居民居住证 (rules 7.2): the scheme of 7.1 with 810000, 820000 or 830000 as its address. */
function checkHmtResident(number: string, today: Day): Identity {
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('format', '居住证号码应为 18 位半角数字，最后一位可以是 X')
  if (!/^8[123]0000/.test(number)) return refuse('region', '港澳台居民居住证号码应以 810000、820000 或 830000 开头')
  return withSex(checkBirthAndDigit(number, today))
}

/**
 * 外国人永久居留身份证 (rules 7.3): since 2023-12-01 9 + province + nationality + birth + sequence + check digit; old
 * cards, 3 letters + 12 digits, hold until they expire.
 */
function checkForeignPermanent(number: string, today: Day): Identity {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, normalised: number }
  if (!/^9\d{16}[\dX]$/.test(number)) return refuse('format', '号码应为 9 开头的 18 位，或旧证的 3 个字母加 12 位数字')
  if (!MAINLAND_PROVINCES.includes(number.slice(1, 3)))
    return refuse('region', '号码中的签发地不存在，请核对第 2、3 位')
  return checkBirthAndDigit(number, today)
}

const matching = (pattern: RegExp, number: string, message: string): Identity =>
  pattern.test(number) ? { ok: true, normalised: number } : refuse('format', message)

/** As the machine-readable zone has it: nine characters, filled up with <, and their check digit (ICAO 9303). */
function withoutFiller(number: string): string | undefined {
  if (!number.includes('<')) return number
  const [, field, check] = /^([A-Z0-9<]{9})(\d)?$/.exec(number) ?? []
  if (field === undefined || (check !== undefined && machineCheckDigit(field) !== check)) return undefined
  return field.replace(/<+$/, '')
}

function checkPassport(typed: string, country: string | undefined): Identity {
  const number = withoutFiller(typed)
  if (number === undefined) return refuse('checksum', '护照号与机读码的校验位不符，请对照护照逐位核对')
  return country === 'CHN'
    ? matching(/^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8})$/, number, '中国护照号应为 E 或 G 开头的 9 位')
    : matching(/^[A-Z0-9]{5,17}$/, number, '护照号应为 5 至 17 位字母和数字，不含空格和短横线')
}

/**
 * Checks the number of a document as a person types it (rules 7.1–7.4): blanks around it go, letters become capitals,
 * nothing else is mended. Says the sex only where the sequence tells it, the birth only where the number has all of it.
 */
export function checkIdentity(kind: IdentityKind, text: string, check: IdentityCheck = {}): Identity {
  const { today = dayAt(new Date().toISOString()), passportCountry, refuseTestCounty = false } = check
  const number = text.trim().toUpperCase()
  switch (kind) {
    case 'citizen':
      return checkCitizen(number, today, refuseTestCounty)
    case 'hmt_resident':
      return checkHmtResident(number, today)
    case 'foreign_permanent':
      return checkForeignPermanent(number, today)
    case 'passport':
      return checkPassport(number, passportCountry)
    case 'hm_permit':
      return matching(/^[HM]\d{8}(?:\d{2})?$/, number, '通行证号应为 H 或 M 加 8 位或 10 位数字')
    case 'tw_permit':
      return matching(/^\d{8}(?:\d{2})?$/, number, '台胞证号应为 8 位或 10 位数字，不含空格')
  }
}

/**
 * 310115********0019: first six and last four (rules 6.3), at least five hidden. A shorter number shows its first and
 * last two, E1*****78; one of less than eight only its last, if anything.
 */
export function maskIdentity(normalised: string): string {
  const { length } = normalised
  const [head, tail] = length >= 15 ? [6, 4] : length >= 8 ? [2, 2] : [0, length >= 5 ? 1 : 0]
  return normalised.slice(0, head) + '*'.repeat(length - head - tail) + normalised.slice(length - tail)
}

/** Full years on a day (rules 7.1): a birthday counts from its morning, one of 29 February else from 1 March. */
export function ageOn(birthOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years
}
