/** Where the API lives: '' in the browser (same origin), an absolute https address in WeChat. */
declare const API_ORIGIN: string

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
