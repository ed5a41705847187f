const DIGITS = '零一二三四五六七八九'
const CAPITALS = '零壹贰叁肆伍陆柒捌玖'
const SMALL_UNITS = ['', '十', '百', '千']
const CAPITAL_UNITS = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

/** A whole number below 10¹² in Chinese digits of one style, zeros told once between others. */
function spelled(value: number, digits: string, units: readonly string[]): string {
  if (value === 0) return digits[0] as string
  let text = ''
  let gap = false
  for (let place = String(value).length - 1; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit > 0) {
      text += `${gap ? digits[0] : ''}${digits[digit]}${units[place % 4]}`
      gap = false
    } else gap = text !== ''
    const group = place / 4
    const inGroup = Math.floor(value / 10 ** place) % 10_000
    if (place % 4 === 0 && group > 0 && inGroup > 0) text += GROUPS[group]
  }
  return text
}

/** 12 → "十二", 240 → "二百四十". */
export const numeral = (value: number): string => spelled(value, DIGITS, SMALL_UNITS).replace(/^一十/, '十')

/** 大写金额 of integer fen, as contracts and receipts spell it: 320050 → "人民币叁仟贰佰元伍角整". */
export function moneyInWords(amountFen: number): string {
  const yuan = Math.floor(amountFen / 100)
  const jiao = Math.floor(amountFen / 10) % 10
  const fen = amountFen % 10
  const whole = yuan > 0 || amountFen === 0 ? `${spelled(yuan, CAPITALS, CAPITAL_UNITS)}元` : ''
  const gap = jiao === 0 && fen > 0 && yuan > 0 ? CAPITALS[0] : ''
  return `人民币${whole}${jiao > 0 ? `${CAPITALS[jiao]}角` : gap}${fen > 0 ? `${CAPITALS[fen]}分` : '整'}`
}
