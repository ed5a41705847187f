import { claimPath } from '../../lease/paths'

const inBrowser = process.env.TARO_ENV === 'h5'

/** What the QR code of an invitation holds: the page in the browser, which WeChat may hand to the mini-program (扫普通链接二维码). */
export const claimLink = (code: string): string =>
  `${inBrowser ? location.href.split('#')[0] : `${API_ORIGIN}/`}#${claimPath(code)}`

/** The code that the page was opened with: as itself, or inside the link of a QR code that WeChat passes on as `q`. */
export function codeIn({ code, q }: { code?: string | undefined; q?: string | undefined }): string {
  return code ?? /[?&]code=([0-9A-Z]+)/.exec(decodeURIComponent(q ?? ''))?.[1] ?? ''
}
