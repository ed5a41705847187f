export interface Call {
  name: string
  options: unknown
  outcome?: string
}

/** What the test reads after the fact: calls of wx.*, and how much data crossed to the view layer. */
export const record = {
  calls: [] as Call[],
  setDataCount: 0,
  setDataBytes: 0,
  largestSetData: 0,
  /** The bytes of each setData, in order. */
  setDataSizes: [] as number[],
  pendingRequests: 0,
  lastChange: 0,
}

const SET_DATA_LIMIT = 1024 * 1024

/** Something that would fail on a phone, or that this harness does not imitate; the driver collects it as an error. */
export function complain(message: string): void {
  console.error(`[harness] ${message}`)
}

export function report(error: unknown): void {
  const { stack, errMsg } = (error ?? {}) as { stack?: string; errMsg?: string }
  console.error(stack ?? errMsg ?? (typeof error === 'object' ? JSON.stringify(error) : String(error)))
}

/** Notes one call of wx.*; the options are copied without their functions. */
export function noteCall(name: string, options: unknown): Call {
  const call: Call = { name, options: plain(options) }
  record.calls.push(call)
  stir()
  return call
}

/** Something happened, so the phone is not yet settled. */
export function stir(): void {
  record.lastChange = Date.now()
}

/** Counts one setData and returns what WeChat would hand to the view layer: a copy through JSON. */
export function weigh(where: string, data: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) console.warn(`[harness] setData of "${key}" to undefined in ${where} is ignored by WeChat`)
  }
  const json = JSON.stringify(data, (key, value: unknown) => {
    if (typeof value === 'function' || typeof value === 'symbol')
      complain(`setData of a ${typeof value} "${key}" in ${where}`)
    return value
  })
  const bytes = new TextEncoder().encode(json).length
  if (bytes > SET_DATA_LIMIT) complain(`setData of ${bytes} bytes in ${where}: WeChat's limit is ${SET_DATA_LIMIT}`)
  record.setDataCount += 1
  record.setDataBytes += bytes
  record.setDataSizes.push(bytes)
  record.largestSetData = Math.max(record.largestSetData, bytes)
  stir()
  return JSON.parse(json)
}

function plain(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    return String(value)
  }
}
