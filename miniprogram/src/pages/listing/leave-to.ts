import Taro from '@tarojs/taro'

/** Goes on to a page; where it lies right below this one, goes back to it. */
export async function leaveTo(url: string): Promise<void> {
  const below = Taro.getCurrentPages().at(-2)?.route ?? ''
  const path = url.split('?')[0]?.slice(1) ?? ''
  if (below.replace(/^\//, '').startsWith(path)) await Taro.navigateBack()
  else await Taro.redirectTo({ url })
}
