import { BUSY, type ErrorCode, FAILED, type FieldError, Refusal } from '@anju/shared/errors'
import type { RuleHit } from '@anju/shared/rule'

const LOCAL = {
  'network.failed': '网络没有接通，请检查网络后重试',
  'network.timeout': '等了 20 秒没有回应，请稍后重试',
} as const

export type CallCode = ErrorCode | keyof typeof LOCAL

/** A call that was refused or got no answer: the code, the sentence for the person, and what exactly is wrong. */
export class CallError extends Error {
  constructor(
    readonly code: CallCode,
    message: string,
    readonly status = 0,
    readonly details: { fields?: FieldError[]; rules?: RuleHit[]; requestId?: string } = {},
  ) {
    super(message)
    this.name = 'CallError'
  }

  get fields(): FieldError[] {
    return this.details.fields ?? []
  }

  get rules(): RuleHit[] {
    return this.details.rules ?? []
  }

  /** Nobody knows whether the command was done: whoever sends it again must send the same one. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500
  }

  /** Worth sending again at once. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503
  }

  /** The sentence for one field of the input, for instance `rentFen`. */
  fieldError(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.message
  }
}

export const lost = (reason: string): CallError => {
  const code = /time?\s?out|abort/i.test(reason) ? 'network.timeout' : 'network.failed'
  return new CallError(code, LOCAL[code])
}

/** The refusal in an answer that is not 2xx; a gateway's own page becomes "busy" or "failed". */
export function refusalOf(status: number, body: unknown): CallError {
  const parsed = Refusal.safeParse(body)
  if (!parsed.success) {
    const busy = status >= 502 && status <= 504
    return busy ? new CallError('server.busy', BUSY, status) : new CallError('server.failed', FAILED, status)
  }
  const { code, message, ...details } = parsed.data
  return new CallError(code, message, status, details)
}

export const sentenceOf = (error: unknown): string => (error instanceof Error && error.message) || FAILED
