const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/

export type CreditCode =
  | { ok: true; normalised: string; checksum: boolean; organisation: boolean }
  | { ok: false; reason: 'format'; message: string }

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** 组织机构代码 (GB 11714): eight characters and their check, with or without the hyphen between. */
export function fitsOrganisation(text: string): boolean {
  const code = text.trim().toUpperCase().replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => {
    const worth = Number.parseInt(code.charAt(index), 36)
    return total + weight * worth
  }, 0)
  return '0X987654321'.charAt(sum % 11) === code.charAt(8)
}

/**
 * 统一社会信用代码 (GB 32100-2015): authority, kind, six digits of the area, nine of the organisation, check character.
 * Blanks around it go and letters become capitals. A few codes in use do not fit their check character, so that a
 * `checksum` or `organisation`, the check of its inner code, of false asks for a look at the licence and refuses nothing.
 */
export function checkCreditCode(text: string): CreditCode {
  const normalised = text.trim().toUpperCase()
  if (!FORM.test(normalised))
    return {
      ok: false,
      reason: 'format',
      message: '统一社会信用代码为 18 位数字和大写字母（不含 I、O、S、V、Z），请核对',
    }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(normalised.charAt(index)), 0)
  const checksum = ALPHABET.charAt((31 - (sum % 31)) % 31) === normalised.charAt(17)
  return { ok: true, normalised, checksum, organisation: fitsOrganisation(normalised.slice(8, 17)) }
}
