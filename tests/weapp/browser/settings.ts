import type { Call } from './record.ts'

/** What the driver tells the phone before it starts. */
export interface Settings {
  privacyAgreed: boolean
  fontSizeScaleFactor: number
  theme: 'light' | 'dark'
  start: string
}

/** How a wx.* call or an open-type button ends: `{ fail: 'cancel' }` fails it, anything else is its result. */
export type Answer = ({ fail: string } & Record<string, unknown>) | Record<string, unknown>

export interface HostRequest {
  url: string
  method: string
  header: Record<string, string>
  /** Text as it is, or bytes as base64. */
  body?: { text: string } | { base64: string }
  form?: { file: string; name: string; fields: Record<string, string> }
  binary: boolean
  timeout: number
}

export type HostResponse = { failure: string } | { status: number; header: Record<string, string>; body: string }

/** What the driver may call inside the page. */
export interface Control {
  log(): {
    calls: Call[]
    setDataCount: number
    setDataBytes: number
    largestSetData: number
    setDataSizes: number[]
  }
  settled(): boolean
  route(): string
  title(): string
  text(): string
  data(): unknown
  field(label: string, kind: 'input' | 'picker', nth?: number): Element | null
  pick(picker: Element, value: unknown): void
  answer(name: string, answer: Answer | null): void
  emit(event: string, detail: unknown): void
  photos(dataUrls: string[]): void
  pullDown(): void
  back(): void
  background(): void
  foreground(): void
  wx(name: string, options: unknown): unknown
}

declare global {
  var phone: { control: Control }
  var phoneSettings: Settings
  /** The code of the next wx.login, or of the next tap on a phone number button. */
  var hostCode: (kind: 'login' | 'phone') => Promise<string>
  var hostRequest: (request: HostRequest) => Promise<HostResponse>
}
