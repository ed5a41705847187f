import { given, type Options, type Work } from './answers.ts'
import type { Runtime } from './runtime.ts'
import { askModal, chooseFromSheet, hideToast, showToast, type Tab } from './screen.ts'

/** Those wx.* functions that change what is around the pages. */
export function screenWork(runtime: Runtime): Record<string, Work> {
  return { ...dialogs(runtime), ...bars(runtime) }
}

function dialogs(runtime: Runtime): Record<string, Work> {
  return {
    showModal: ({ confirmText = '', cancelText = '', ...options }) => {
      for (const [name, text] of Object.entries({ confirmText, cancelText })) {
        if (text.length > 4) throw new Error(`${name} length should not larger than 4 Chinese characters`)
      }
      return given('showModal') ?? askModal({ ...options, confirmText, cancelText })
    },
    showActionSheet: async ({ itemList }) => {
      if (itemList.length > 6) throw new Error('parameter error: itemList should not be larger than 6')
      const answer = given('showActionSheet')
      if (answer) return answer
      const tapIndex = await chooseFromSheet(itemList)
      if (tapIndex === null) throw new Error('cancel')
      return { tapIndex }
    },
    showToast: ({ title, duration = 1500 }) => showToast(title, duration),
    showLoading: ({ title = '' }) => showToast(title || '加载中', null),
    hideToast,
    hideLoading: ({ noConflict }) => void (noConflict || hideToast()),
    startPullDownRefresh: () => runtime.pullDown(),
    pageScrollTo: ({ scrollTop = 0, selector }) => {
      const { scroll } = runtime.top?.view ?? {}
      if (selector) scroll?.querySelector(selector)?.scrollIntoView()
      else scroll?.scrollTo({ top: scrollTop })
    },
  }
}

function bars(runtime: Runtime): Record<string, Work> {
  const change = ({ index, ...fields }: Options, names: (keyof Tab)[]) => {
    const tab = runtime.tabs[index]
    if (!tab) throw new Error(`tabbar item not found: ${index}`)
    for (const name of names) if (name in fields) Object.assign(tab, { [name]: fields[name] })
    runtime.draw()
  }
  const shown = (on: boolean) => () => {
    runtime.tabBarShown = on
    runtime.draw()
  }
  return {
    setNavigationBarTitle: ({ title }) => runtime.setTitle(title),
    setTabBarItem: (options) => change(options, ['text', 'iconPath', 'selectedIconPath', 'pagePath']),
    setTabBarBadge: ({ index, text }) => change({ index, badge: text }, ['badge']),
    removeTabBarBadge: ({ index }) => change({ index, badge: '' }, ['badge']),
    showTabBarRedDot: ({ index }) => change({ index, dot: true }, ['dot']),
    hideTabBarRedDot: ({ index }) => change({ index, dot: false }, ['dot']),
    showTabBar: shown(true),
    hideTabBar: shown(false),
  }
}
