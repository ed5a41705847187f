import { TAGS } from '../names.ts'
import { answers } from './answers.ts'
import { fileContent, fileSize, fromBase64, toBase64 } from './files.ts'
import { askPrivacy, needsPrivacyAgreement, onNeedPrivacyAuthorization } from './privacy.ts'
import { complain, noteCall, stir } from './record.ts'
import { downloadFile, request, uploadFile } from './request.ts'
import type { Runtime } from './runtime.ts'
import { askModal, chooseFromSheet, hideToast, showToast, type Tab } from './screen.ts'
import { storage } from './storage.ts'

// biome-ignore lint/suspicious/noExplicitAny: the options of every wx.* call pass through here
export type Options = Record<string, any>
type Work = (options: Options) => unknown

/** Pictures the person will choose, as wxfile:// paths. */
export const photos: string[] = []

type Listener = (detail: unknown) => void
const listeners = new Map<string, Set<Listener>>()

/** Raises an event such as `networkStatusChange` for all who called wx.onNetworkStatusChange. */
export function emit(event: string, detail: unknown): void {
  const heard = listeners.get(event)
  if (!heard) throw new Error(`the event ${event} is not imitated`)
  for (const listener of heard) listener(detail)
}

const EVENTS =
  'networkStatusChange networkWeakChange themeChange windowResize keyboardHeightChange memoryWarning appShow appHide ' +
  'error unhandledRejection pageNotFound userCaptureScreen'

/** Succeed and are noted, nothing more. */
const NOTED =
  'vibrateShort vibrateLong setKeepScreenOn hideKeyboard hideHomeButton setBackgroundColor setBackgroundTextStyle ' +
  'setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading previewImage previewMedia openDocument ' +
  'openLocation makePhoneCall saveImageToPhotosAlbum showShareMenu hideShareMenu updateShareMenu loadFontFace ' +
  'openPrivacyContract exitMiniProgram enableAlertBeforeUnload disableAlertBeforeUnload setTabBarStyle reportEvent ' +
  'stopPullDownRefresh checkSession preloadSubpackage'

/** Depend on the person or the world: the test must give an answer, or they fail. */
const ANSWERED =
  'scanCode getLocation getFuzzyLocation chooseLocation chooseAddress chooseContact chooseMessageFile getUserProfile ' +
  'requestPayment requestSubscribeMessage authorize openSetting navigateToMiniProgram navigateBackMiniProgram ' +
  'startFacialRecognitionVerify openCustomerServiceChat getWeRunData addPhoneContact addPhoneCalendar'

/** Exist on the phone and not here: noted, and they fail loudly. */
const ABSENT =
  'compressImage getImageInfo canvasToTempFilePath createCanvasContext createOffscreenCanvas createAnimation ' +
  'createVideoContext createMapContext createCameraContext createInnerAudioContext getRecorderManager connectSocket ' +
  'saveFile saveFileToDisk getFileInfo startLocationUpdate startSoterAuthentication getBatteryInfo openBluetoothAdapter ' +
  'createRewardedVideoAd createWorker createUDPSocket shareFileMessage showRedPackage getPerformance setStorageAsync'

/** The wx object of one phone. Whatever is not listed here is noted and fails. */
export function makeWx(runtime: Runtime): Record<string, unknown> {
  const env = { USER_DATA_PATH: 'wxfile://usr' }
  const wx: Record<string, unknown> = { ...information(runtime), ...storage, ...subscriptions(), env }
  const define = (name: string, work: Work) => {
    wx[name] = (options: Options = {}) => settle(name, options, work)
  }
  for (const name of NOTED.split(' ')) define(name, () => answers.get(name))
  for (const name of ANSWERED.split(' ')) define(name, needAnswer(name))
  for (const name of ABSENT.split(' ')) wx[name] = absent(name)
  for (const [name, work] of Object.entries({ ...dialogs(runtime), ...bars(runtime), ...device() })) define(name, work)
  for (const name of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const) {
    define(name, async ({ url }) => {
      await nextTurn()
      runtime[name](url)
    })
  }
  define('navigateBack', async ({ delta }) => {
    await nextTurn()
    runtime.navigateBack(delta)
  })
  define('getStorage', ({ key }) => {
    const { keys } = storage.getStorageInfoSync()
    if (!keys.includes(key)) throw new Error('data not found')
    return { data: storage.getStorageSync(key) }
  })
  define('setStorage', ({ key, data }) => storage.setStorageSync(key, data))
  define('removeStorage', ({ key }) => storage.removeStorageSync(key))
  define('clearStorage', () => storage.clearStorageSync())
  define('getStorageInfo', () => storage.getStorageInfoSync())
  Object.assign(wx, {
    request,
    uploadFile,
    downloadFile,
    onNeedPrivacyAuthorization,
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    canIUse: (schema: string) => canIUse(wx, schema),
    createSelectorQuery: () => topInstance(runtime).createSelectorQuery(),
    createIntersectionObserver: (owner: Instance, options: unknown) => owner.createIntersectionObserver(options),
    arrayBufferToBase64: toBase64,
    base64ToArrayBuffer: fromBase64,
    getFileSystemManager: () => fileSystem,
  })
  return new Proxy(wx, { get: (target, name) => (name in target ? target[name as string] : unlisted(String(name))) })
}

/** Components and their attributes are all taken to exist; of functions, those that are imitated. */
function canIUse(wx: Record<string, unknown>, schema: string): boolean {
  const [name = ''] = schema.split('.')
  return TAGS.includes(name) || (name in wx && !ABSENT.split(' ').includes(name))
}

interface Instance {
  createSelectorQuery(): unknown
  createIntersectionObserver(options: unknown): unknown
}

function topInstance(runtime: Runtime): Instance {
  return runtime.top?.view.instance as unknown as Instance
}

/** Ends a call the way WeChat does: callbacks in a later turn, and a promise for whoever passed none. */
function settle(name: string, options: Options, work: Work): unknown {
  const call = noteCall(name, options)
  const { success, fail, complete } = options
  const ending = perform(name, options, work)
  const note = ({ errMsg }: { errMsg: string }) => {
    call.outcome = errMsg
    stir()
  }
  ending.then(note, note)
  if (!success && !fail && !complete) return ending
  ending.then(
    (result) => setTimeout(() => (success?.(result), complete?.(result))),
    (failure) => setTimeout(() => (fail?.(failure), complete?.(failure))),
  )
  return undefined
}

async function perform(name: string, options: Options, work: Work): Promise<{ errMsg: string }> {
  try {
    const refusal = await askPrivacy(name)
    if (refusal) throw Object.assign(new Error(refusal), { errno: 104 })
    const result = await work(options)
    return { ...((result as object | undefined) ?? {}), errMsg: `${name}:ok` }
  } catch (error) {
    const { message, errno } = error as Error & { errno?: number }
    throw { errMsg: `${name}:fail ${message}`, ...(errno ? { errno } : {}) }
  }
}

/** The test's answer to a call, if it gave one. */
function given(name: string): object | undefined {
  const answer = answers.get(name)
  if (answer && 'fail' in answer) throw new Error(String(answer.fail))
  return answer
}

function needAnswer(name: string): Work {
  return () => {
    const answer = given(name)
    if (answer) return answer
    complain(`wx.${name} needs an answer of the test: device.answer('${name}', …)`)
    throw new Error('no answer')
  }
}

function absent(name: string) {
  return (options?: Options) => {
    noteCall(name, options)
    complain(`wx.${name} is not imitated`)
    throw new Error(`wx.${name} is not imitated`)
  }
}

/** A function's name that nobody listed fails; other names are undefined, as on any phone. */
function unlisted(name: string): unknown {
  return /^[a-z]+[A-Z]/.test(name) && !/^(webpack|toJSON)/.test(name) ? absent(name) : undefined
}

/** wx.onThemeChange, wx.offThemeChange and so on; the test raises the event with device.event('themeChange', …). */
function subscriptions(): Record<string, unknown> {
  const pairs = EVENTS.split(' ').flatMap((event) => {
    const heard = new Set<Listener>()
    listeners.set(event, heard)
    const name = event.replace(/^./, (letter) => letter.toUpperCase())
    const off = (listener?: Listener) => (listener ? void heard.delete(listener) : heard.clear())
    return [[`on${name}`, (listener: Listener) => void heard.add(listener)] as const, [`off${name}`, off] as const]
  })
  return Object.fromEntries(pairs)
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
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

function device(): Record<string, Work> {
  let clipboard = ''
  return {
    login: () => given('login') ?? { code: phoneSettings.loginCode },
    getSystemInfo: system,
    getSystemInfoAsync: system,
    getNetworkType: () => given('getNetworkType') ?? { networkType: 'wifi' },
    getSetting: () => given('getSetting') ?? { authSetting: {}, subscriptionsSetting: { mainSwitch: true } },
    getPrivacySetting: () => ({
      needAuthorization: needsPrivacyAgreement(),
      privacyContractName: '《用户隐私保护指引》',
    }),
    requirePrivacyAuthorize: () => undefined,
    getRandomValues: ({ length }) => ({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
    setClipboardData: ({ data }) => {
      clipboard = data
      showToast('内容已复制', 1500)
    },
    getClipboardData: () => ({ data: clipboard }),
    chooseMedia: ({ count = 9 }) => ({ type: 'image', tempFiles: chosen('chooseMedia', count, 'tempFilePath') }),
    chooseImage: ({ count = 9 }) => {
      const tempFiles = chosen('chooseImage', count, 'path')
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
    },
  }
}

function chosen(name: string, count: number, key: string): Record<string, unknown>[] {
  given(name)
  if (!photos.length) {
    complain(`wx.${name}: give the phone pictures with device.photos(…)`)
    throw new Error('cancel')
  }
  return photos.splice(0, count).map((path) => ({ [key]: path, size: fileSize(path), fileType: 'image' }))
}

const fileSystem = {
  readFileSync: (path: string, encoding?: string) => readFile(path, encoding),
  readFile: (options: Options) =>
    settle('readFile', options, ({ filePath, encoding }) => ({ data: readFile(filePath, encoding) })),
}

function readFile(path: string, encoding?: string): unknown {
  const base64 = fileContent(path)
  if (encoding === 'base64') return base64
  return encoding ? new TextDecoder(encoding).decode(fromBase64(base64)) : fromBase64(base64)
}

function system() {
  const { fontSizeScaleFactor, theme } = phoneSettings
  const size = { screenWidth: innerWidth, screenHeight: innerHeight, windowWidth: innerWidth }
  const safeArea = {
    left: 0,
    right: innerWidth,
    top: 24,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight - 24,
  }
  return {
    ...size,
    windowHeight: document.querySelector('.phone-page:not([hidden])')?.clientHeight ?? innerHeight - 68,
    pixelRatio: devicePixelRatio,
    statusBarHeight: 24,
    safeArea,
    brand: 'harness',
    model: 'harness',
    system: 'Android 14',
    platform: 'android',
    language: 'zh_CN',
    version: '8.0.60',
    SDKVersion: '3.10.0',
    host: { env: 'WeChat' },
    theme,
    fontSizeSetting: 16 * fontSizeScaleFactor,
    fontSizeScaleFactor,
  }
}

function information(runtime: Runtime): Record<string, unknown> {
  const quietManager = new Proxy({}, { get: () => () => undefined })
  return {
    getSystemInfoSync: system,
    getWindowInfo: system,
    getDeviceInfo: system,
    getAppBaseInfo: system,
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => {
      const rectangle = { width: 87, height: 32, top: 30, bottom: 62 }
      return { ...rectangle, left: innerWidth - 94, right: innerWidth - 7 }
    },
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxharness', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => runtime.launch,
    getEnterOptionsSync: () => runtime.launch,
    getUpdateManager: () => quietManager,
    getLogManager: () => quietManager,
    getRealtimeLogManager: () => quietManager,
    reportMonitor: () => undefined,
  }
}
