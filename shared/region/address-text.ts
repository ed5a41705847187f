import { type AddressParts, normaliseAddress } from './address'
import { plain, STEMS, withDigits, withoutParticles } from './address-words'

export type ParsedAddress =
  | {
      ok: true
      address: AddressParts
      /** What stood before the road, 上海市浦东新区张江镇; empty where nothing did. */
      regionText: string
      /** 室内房间: A of 789室A间. */
      roomNo?: string
    }
  | { ok: false; message: string }

/** Longer lines are not addresses; the bound also keeps the patterns below fast. */
const MAX_CHARACTERS = 120

/**
 * Names of regions that may stand before the road, from the province down. The conditions behind keep roads and estates
 * whole whose names contain such a word: 景德镇路, 新乡路, 三林镇西路, 虹镇老街, 阳光小区.
 */
const REGION_PARTS = [
  /^[^\d]{2,6}?(?:省|自治区|特别行政区)/,
  /^[^\d省区路街]{2,7}?(?:市|自治州|地区|盟)(?!场)/,
  /^市辖区/,
  /^[^\d路街]{0,7}?[^\d路街小社园校厂景院](?:新区|区|县|旗)(?![东南西北中大]?[路街道前])/,
  /^(?:[^\d]{2,8}?街道(?!口)|[^\d路街]{2,8}?[镇乡](?![东南西北中老新大]?[路街弄巷]))/,
  /^[^\d弄号]{2,12}?(?:居民委员会|村民委员会|居委会|村委会)/,
]

function splitRegion(text: string): [string, string] {
  let rest = text
  for (const pattern of REGION_PARTS) rest = rest.replace(pattern, '')
  return [text.slice(0, text.length - rest.length), rest]
}

const STEM = `[${STEMS}]`
const PATTERN = new RegExp(
  [
    '^([^\\d](?:.*?[^\\d])??)',
    `((?:\\d+[A-Z]?${STEM}?支?弄)+|\\d+巷)?`,
    `(\\d+(?:-\\d+)?[A-Z]?${STEM}?号(?!楼)(?:${STEM}|-\\d+)?|(?:\\d+|[A-Z])(?:号楼|幢|栋|座))`,
    '([^\\d]{0,12}?(?:\\d+|[A-Z]\\d*)(?:号楼|幢|栋|座)|[^\\d]{2,12}?大[厦楼])?',
    `(?:(\\d+|[A-Z]|${STEM})单元)?`,
    '(?:(-?\\d+)[层楼])?',
    `(?:([A-Z]?\\d[\\dA-Z]*(?:-[\\dA-Z]+)*${STEM}?|[A-Z])`,
    '(?:[室房户号](?:([\\p{L}\\p{N}-]{1,10}?)(?:房间|[间室房])?)?)?)?$',
  ].join(''),
  'u',
)
/** Whether a door number was meant: tells which message helps. */
const HAS_NUMBER = /[号幢栋座]/

/**
 * Reads one line as people type it, "张江镇 藿香路１２３４弄56号789", into the parts of a standard address (rules 7.8). 室
 * may be missing; road, number and room may not. It does not say that there is no 弄: `noLane` is for a person to tell.
 */
export function parseAddressText(text: string): ParsedAddress {
  const line = withoutParticles(withDigits(plain(text))).replace(/[,，、;；|]/g, '')
  if (line.length > MAX_CHARACTERS) return { ok: false, message: '地址过长，请只写到室' }
  const [regionText, rest] = splitRegion(line)
  const [, road, lane, number, building, unit, floor, room, roomNo] = PATTERN.exec(rest) ?? []
  if (!HAS_NUMBER.test(rest)) return { ok: false, message: '请写明门牌号，例如“藿香路1234弄56号789室”' }
  if (!road || !number) return { ok: false, message: '无法识别这个地址，请按“路、弄、号、室”分别填写' }
  if (!room) return { ok: false, message: '请写明室号，例如“藿香路1234弄56号789室”' }
  const address = normaliseAddress({
    road,
    number,
    room,
    ...(lane && { lane }),
    ...(building && { building }),
    ...(unit && { unit }),
    ...(floor && { floor }),
  })
  return { ok: true, address, regionText, ...(roomNo && { roomNo }) }
}
