import { given, type Options, type Work } from './answers.ts'
import { fileContent, fileSize, fromBase64 } from './files.ts'
import { needsPrivacyAgreement } from './privacy.ts'
import { complain } from './record.ts'
import type { Runtime } from './runtime.ts'
import { showToast } from './screen.ts'
import { settle } from './settle.ts'

/** Pictures the person will choose, as wxfile:// paths. */
export const photos: string[] = []

/** Those wx.* functions that ask the phone or its owner. */
export function phoneWork(): Record<string, Work> {
  let clipboard = ''
  return {
    login: async () => given('login') ?? { code: await hostCode('login') },
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

export const fileSystem = {
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

/** Those wx.* functions that answer at once. */
export function information(runtime: Runtime): Record<string, unknown> {
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
