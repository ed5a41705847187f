/** Where the API lives: '' in the browser (same origin), an absolute https address in WeChat. */
declare const API_ORIGIN: string
/** Whether WeChat is played by the demo town: false in every build that is not for it. */
declare const SANDBOX: boolean

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
