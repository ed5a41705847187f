import * as z from 'zod'
import { fieldWithDigits, plain, STEMS, withoutLeadingZeros, withoutParticles } from './address-words'
import { CommitteeCode, TownCode } from './region'

/** A number that stands for a whole building: 阳光小区3号楼 has no door number of its own. */
const BUILDING_NUMBER = /(?:号楼|幢|栋|座)$/

type Clean = (text: string) => string
/** What a suffix leaves may end in another, or become a number: cleans until nothing changes. */
const settled = (clean: Clean): Clean => {
  const settle: Clean = (text) => {
    const cleaned = clean(text)
    return cleaned === text ? text : settle(cleaned)
  }
  return settle
}

const cleanField: Clean = (text) => withoutParticles(withoutLeadingZeros(fieldWithDigits(plain(text))))
const cleanRoad = settled((text) => withoutParticles(plain(text)).replace(/[的之,]+$/, ''))
const cleanLane = settled((text) => cleanField(text).replace(/弄+$/, ''))
const cleanBuilding = settled(cleanField)
const cleanUnit = settled((text) => cleanField(text).replace(/(?:单元)+$/, ''))
const cleanFloor = settled((text) => cleanField(text).replace(/[层楼F]+$/, ''))
const cleanRoom = settled((text) => fieldWithDigits(plain(text)).replace(/[室房户号]+$/, ''))

/** 56号 → 56, 56号甲 and 56甲号 → 56甲, 56号之一 → 56-1; 3号楼 stays. */
const cleanNumber = settled((text) => {
  const number = cleanField(text)
  return BUILDING_NUMBER.test(number) ? number : number.replace(/号-?(?=\d)/, '-').replace(/号/g, '')
})

const part = (clean: Clean, name: string, max: number, description: string) =>
  z
    .string()
    .max(60, { error: `${name}过长`, abort: true })
    .overwrite(clean)
    .min(1, `请填写${name}`)
    .max(max, `${name}最多 ${max} 个字`)
    .regex(/^[\p{L}\p{N}()·-]+$/u, `${name}只能用文字、数字和短横线`)
    .meta({ description })

/**
 * 标准地址 (rules 7.8): the parts as they are kept, normalised when they are parsed. `lane` is without its last 弄 (1234,
 * 1234支, 1234弄56支), `number` without 号 unless it is a building (3号楼), `room` without 室.
 */
export const StandardAddress = z
  .object({
    townCode: TownCode,
    committeeCode: CommitteeCode.optional(),
    road: part(cleanRoad, '路名', 40, '路 or, where homes are numbered by estate, 小区 or 组团'),
    lane: part(cleanLane, '弄', 20, '弄, 支弄 or 巷').optional(),
    number: part(
      cleanNumber,
      '门牌号',
      12,
      '号, with its suffix 甲 乙 丙; or a building (3号楼) where the estate is the road',
    ).regex(/[\dA-Z]/, '门牌号须有数字'),
    building: part(cleanBuilding, '幢', 20, '幢, 栋, 号楼 or 座').optional(),
    unit: part(cleanUnit, '单元', 10, '单元').optional(),
    floor: part(cleanFloor, '楼层', 6, '层').optional(),
    room: part(cleanRoom, '室号', 12, '室').regex(/^[^室]*$/, '室号只填到“室”，室内房间请另行登记'),
    policeCode: z
      .string()
      .trim()
      .regex(/^[0-9A-Z-]{6,40}$/, '公安地址编码应为 6 至 40 位数字或大写字母')
      .optional()
      .meta({ description: 'address code approved by the police, where known (FIL-19)' }),
    noLane: z.boolean().optional().meta({ description: 'the home has no 弄, said on purpose' }),
  })
  .superRefine((address, context) => {
    if (needsLane(address))
      context.addIssue({ code: 'custom', path: ['lane'], message: '请填写弄号；门牌没有弄的，请勾选“无弄”' })
    if (address.committeeCode?.startsWith(address.townCode) === false)
      context.addIssue({ code: 'custom', path: ['committeeCode'], message: '居（村）委会不在所选街镇，请重新选择' })
  })
export type StandardAddress = z.infer<typeof StandardAddress>
/** What a typed line can tell: everything but codes and flags. */
export type AddressParts = Pick<StandardAddress, 'road' | 'lane' | 'number' | 'building' | 'unit' | 'floor' | 'room'>

/** A flat in Shanghai has 弄, 号 and 室 unless somebody says that it has no 弄 (rules 7.8). */
const needsLane = ({ townCode, lane, noLane }: Pick<StandardAddress, 'townCode' | 'lane' | 'noLane'>): boolean =>
  townCode.startsWith('31') && lane === undefined && noLane !== true

const CLEANERS = { lane: cleanLane, building: cleanBuilding, unit: cleanUnit, floor: cleanFloor }

/** One spelling for one home: width, brackets, numerals, suffixes; empty parts go. Doing it twice changes nothing. */
export function normaliseAddress<T extends AddressParts>(address: T): T {
  const after: T = {
    ...address,
    road: cleanRoad(address.road),
    number: cleanNumber(address.number),
    room: cleanRoom(address.room),
  }
  for (const key of Object.keys(CLEANERS) as (keyof typeof CLEANERS)[]) {
    const cleaned = CLEANERS[key](address[key] ?? '')
    if (cleaned === '') delete after[key]
    else after[key] = cleaned
  }
  return after
}

/** Where rooms count from 1 on every floor, 3层2室 says more than 2室; 7层 before 789室 says nothing new. */
function tellingFloor({ floor, room }: Pick<AddressParts, 'floor' | 'room'>): string | undefined {
  return floor === undefined || room.startsWith(floor) || room.includes('-') ? undefined : floor
}

function numberText(number: string): string {
  if (BUILDING_NUMBER.test(number)) return number
  const [, digits, stem] = new RegExp(`^(.*[^${STEMS}])([${STEMS}]?)$`).exec(number) ?? ['', number, '']
  return `${digits}号${stem}`
}

/** 上海市浦东新区张江镇藿香路1234弄56号789室: after the full name of the town, the parts as people write them. */
export function formatAddress(address: AddressParts, townFullName: string): string {
  const { road, lane, number, building, unit, room } = address
  const laneText = lane === undefined ? '' : /(?:巷|里|坊|胡同)$/.test(lane) ? lane : `${lane}弄`
  const buildingText = building === undefined ? '' : /^[\dA-Z-]+$/.test(building) ? `${building}幢` : building
  const unitText = unit === undefined ? '' : `${unit}单元`
  const floor = tellingFloor(address)
  const floorText = floor === undefined ? '' : `${floor}层`
  return `${townFullName}${road}${laneText}${numberText(number)}${buildingText}${unitText}${floorText}${room}室`
}

const sameBuilding = (text: string): string => text.replace(/(?:号楼|[号幢栋座楼])$/, '')

/**
 * The text whose equality means the same home (rules 7.8): district|town|road|lane|number|building|unit|room. 3幢, 3栋
 * and 3号楼 are one building. Committee, police code and a floor that the room already tells stay out.
 */
export function unitKeyText(address: AddressParts & Pick<StandardAddress, 'townCode'>): string {
  const { townCode, road, lane, number, building, unit, floor, room } = normaliseAddress(address)
  const numberKey = BUILDING_NUMBER.test(number) ? `${sameBuilding(number)}幢` : number
  const floorKey = tellingFloor({ floor, room })
  const roomKey = floorKey === undefined ? room : `${floorKey}-${room}`
  const parts = [townCode.slice(0, 6), townCode, road, lane, numberKey, sameBuilding(building ?? ''), unit, roomKey]
  return parts.map((each) => each ?? '').join('|')
}

/** The same for one room (室内房间) of a home: A, A间 and Ａ室 are one room. */
export const roomKeyText = (address: AddressParts & Pick<StandardAddress, 'townCode'>, roomNo: string): string =>
  `${unitKeyText(address)}|${plain(roomNo).replace(/(?:房间|[间室房])$/, '')}`
