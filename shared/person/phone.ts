export interface Phone {
  /** null where the text is no phone number of mainland China. */
  kind: 'mobile' | 'landline' | '400' | null
  /** Digits only; a landline with its area code and the leading 0. What is no number stays as typed, without blanks. */
  normalised: string
}

const MOBILE = /^1[3-9]\d{9}$/
/** Area codes of three digits (010, 02x) precede eight digits; those of four digits seven or eight. */
const LANDLINE = /^0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d{2}[2-9]\d{6,7})$/
const SERVICE = /^400\d{7}$/

function kindOf(digits: string): Phone['kind'] {
  if (MOBILE.test(digits)) return 'mobile'
  if (SERVICE.test(digits)) return '400'
  return LANDLINE.test(digits) ? 'landline' : null
}

/** Reads a phone number (rules 7.8): without blanks, hyphens and +86, 0086 or 86; abroad a landline loses its 0. */
export function parsePhone(text: string): Phone {
  const typed = text.replace(/[\s\u3000()（）-]/g, '')
  const [, national] = /^(?:\+86|0086|86)(\d+)$/.exec(typed) ?? []
  for (const normalised of national === undefined ? [typed] : [national, `0${national}`, typed]) {
    const kind = kindOf(normalised)
    if (kind) return { kind, normalised }
  }
  return { kind: null, normalised: typed }
}

/** 13800138000 → 138****8000: first three and last four digits (rules 6.3); what is too short is hidden whole. */
export const maskPhone = (normalised: string): string =>
  normalised.length < 8
    ? '*'.repeat(normalised.length)
    : `${normalised.slice(0, 3)}${'*'.repeat(normalised.length - 7)}${normalised.slice(-4)}`
