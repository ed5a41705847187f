/** Who the numbers of Shanghai belong to: the city, its districts, and three that were merged into others. */
const SHANGHAI_DISTRICTS = '市黄徐长静普虹杨闵宝嘉浦金松青奉崇闸卢汇'
const SHANGHAI = new RegExp(`^沪\\((20[1-9]\\d)\\)[${SHANGHAI_DISTRICTS}]字不动产权第\\d{6,7}号$`)
const SHANGHAI_OLD = /^沪房地[\u4e00-\u9fa5]字\((?:19|20)\d{2}\)第\d{6}号$/
const PROVINCES = '京津冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'
const ELSEWHERE = new RegExp(`^[${PROVINCES}]\\((20[1-9]\\d)\\)[\\u4e00-\\u9fa5]{2,15}不动产权第\\d{6,9}号$`)

export type TitleKind = 'shanghai' | 'shanghai_old' | 'elsewhere'

/** One spelling: half-width brackets and digits, no blanks. */
export const normaliseTitleNo = (text: string): string =>
  text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[（〔［【]/g, '(')
    .replace(/[）〕］】]/g, ')')
    .replace(/[\s\u3000]/g, '')

/**
 * 不动产权证号 (rule sheet 7.6): which of the known forms it has. None is no proof against it: old papers have many forms,
 * so that whoever asks looks at the paper and refuses nothing.
 */
export function titleKindOf(text: string): TitleKind | undefined {
  const number = normaliseTitleNo(text)
  if (SHANGHAI.test(number)) return 'shanghai'
  if (SHANGHAI_OLD.test(number)) return 'shanghai_old'
  return ELSEWHERE.test(number) ? 'elsewhere' : undefined
}

/**
 * 不动产单元号 (GB/T 37346-2019): 28 characters, county, cadastral area and sub-area, kind and serial of the parcel, kind
 * and serial of what stands on it. Certificates print it in groups, so blanks go first; undefined where it has not the form.
 */
export function parcelNo(text: string): string | undefined {
  const number = text.replace(/[\s\u3000]/g, '')
  return /^\d{12}[GJZ][ABSXCDEFHGWY]\d{5}[FLQW]\d{8}$/.test(number) ? number : undefined
}
