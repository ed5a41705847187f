import { TAGS } from '../names.ts'
import { given, type Options, type Work } from './answers.ts'
import { fromBase64, toBase64 } from './files.ts'
import { onNeedPrivacyAuthorization } from './privacy.ts'
import { complain, noteCall } from './record.ts'
import { downloadFile, request, uploadFile } from './request.ts'
import type { Runtime } from './runtime.ts'
import { settle } from './settle.ts'
import { storage } from './storage.ts'
import { fileSystem, information, phoneWork } from './wx-phone.ts'
import { screenWork } from './wx-screen.ts'

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
  'createRewardedVideoAd createWorker createUDPSocket shareFileMessage showRedPackage getPerformance'

/** The wx object of one phone. Whatever is not listed here is noted and fails. */
export function makeWx(runtime: Runtime): Record<string, unknown> {
  const env = { USER_DATA_PATH: 'wxfile://usr' }
  const wx: Record<string, unknown> = { ...information(runtime), ...storage, ...subscriptions(), env }
  const define = (name: string, work: Work) => {
    wx[name] = (options: Options = {}) => settle(name, options, work)
  }
  for (const name of NOTED.split(' ')) define(name, () => given(name))
  for (const name of ANSWERED.split(' ')) define(name, needAnswer(name))
  for (const name of ABSENT.split(' ')) wx[name] = absent(name)
  for (const [name, work] of Object.entries({ ...screenWork(runtime), ...phoneWork() })) define(name, work)
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
