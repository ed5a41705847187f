import type { DueKind, Settle } from './due'

/** Which domain settles what falls due: loaded when the first row of its kind is met. */
export const settlers: Partial<Record<DueKind, () => Promise<Settle<never>>>> = {
  filing: async () => (await import('../filing/remind-to-file')).remindToFile,
  spread: async () => (await import('../ledger/spread')).amortise,
}
