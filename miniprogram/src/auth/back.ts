import Taro from '@tarojs/taro'

const TABS = '/pages/tab/'
const ME = '/pages/tab/me'

const withoutQuery = (path: string) => `/${path.replace(/^\//, '').split('?')[0]}`

/** Parameters that Taro itself adds. */
const isOurs = (name: string) => name !== 'stamp' && !name.startsWith('$')

/** The address of the page on screen, as `back` of the page that comes next. */
export function here(): string {
  const { path = ME, params = {} } = Taro.getCurrentInstance().router ?? {}
  const query = Object.entries(params)
    .filter(([name, value]) => isOurs(name) && value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
  return withoutQuery(path) + (query.length > 0 ? `?${query.join('&')}` : '')
}

/** To a page that comes back here when its work is done. */
export const goAndReturn = (url: string): void =>
  void Taro.navigateTo({ url: `${url}?back=${encodeURIComponent(here())}` })

export const toLogin = (): void => goAndReturn('/pages/person/login')

/** Back to the page that asked; without one, to 我的. */
export function goBack(back = ''): void {
  const url = decodeURIComponent(back)
  const below = Taro.getCurrentPages().slice(-2, -1)[0]
  if (below && withoutQuery(below.route ?? '') === withoutQuery(url)) void Taro.navigateBack()
  else if (!url.startsWith('/pages/')) void Taro.reLaunch({ url: ME })
  else if (url.startsWith(TABS)) void Taro.switchTab({ url: withoutQuery(url) })
  else void Taro.redirectTo({ url })
}
