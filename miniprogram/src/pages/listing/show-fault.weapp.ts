import Taro from '@tarojs/taro'

const RENDERED_MILLIS = 50
const ABOVE = -200

/** Brings the first fault of the form into view. */
export function showFault(selector: string): void {
  setTimeout(
    () => void Taro.pageScrollTo({ selector, offsetTop: ABOVE, duration: 200 }).catch(() => undefined),
    RENDERED_MILLIS,
  )
}
