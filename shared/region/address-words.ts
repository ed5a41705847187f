/** Suffixes that tell two doors with one number apart: 56号甲, 56号乙. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸'

const DIGITS = '〇一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const NUMERALS = '〇零一二两三四五六七八九十百千'
const SUB_NUMBER = new RegExp(
  `号\\s*之\\s*(?:(\\d{1,2})(?!\\d|\\s*[室房户])|([${NUMERALS}]{1,3})(?![${NUMERALS}]*[室房户]))`,
  'g',
)

/**
 * One spelling of what looks the same: half-width characters, plain hyphens and brackets, capitals, no blanks. 56号之一
 * becomes 56-1号 here, while a blank can still tell 56号之1 101室 from 56号之1101室.
 */
export const plain = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(SUB_NUMBER, (_, digits?: string, numeral?: string) => `-${digits ?? arabicOf(numeral ?? '')}号`)
    .replace(/[〔【〈[{]/g, '(')
    .replace(/[〕】〉\]}]/g, ')')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[\s\u3000\u200B\uFEFF]/g, '')
    .toUpperCase()

/** 一千二百三十四 → "1234", 一二三四 → "1234", 二十 → "20", 一百零五 → "105". */
function arabicOf(numeral: string): string {
  const digitOf = (character: string) => DIGITS.indexOf(character.replace('零', '〇').replace('两', '二'))
  if (!/[十百千]/.test(numeral)) return [...numeral].map(digitOf).join('')
  let total = 0
  let digit = 0
  for (const character of numeral) {
    const unit = UNITS[character]
    if (unit === undefined) digit = digitOf(character)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return String(total + digit)
}

const BEFORE_ELEMENT = new RegExp(`[${NUMERALS}]+(?=支?弄|号(?![桥线路])|室|幢|栋|座|单元|层|楼|巷)`, 'g')
const IN_FIELD = new RegExp(`[${NUMERALS}]+(?=$|[${STEMS}]|支?弄|号|室|幢|栋|座|单元|层|楼|巷)`, 'g')

/** Chinese numerals before 弄, 号, 室 and the like become digits; those inside the name of a road stay (中山二路). */
export const withDigits = (text: string): string => text.replace(BEFORE_ELEMENT, arabicOf)

/** The same for one field, where the numeral may also stand alone: 五十六, 五十六甲. */
export const fieldWithDigits = (text: string): string => text.replace(IN_FIELD, arabicOf)

/** 007 → 7, wherever a number begins. */
export const withoutLeadingZeros = (text: string): string => text.replace(/(^|[^\dA-Z])0+(?=\d)/g, '$1')

/** Drops 的 and 之 after a part of an address: 张江镇的藿香路, 56号之789室; 祖冲之路 and 之江路 keep theirs. */
export const withoutParticles = (text: string): string =>
  text.replace(/([省市区县镇乡道路街弄巷号幢栋座楼元层室村])[的之]/g, '$1')
