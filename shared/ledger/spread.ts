import type { UserId } from '../id'
import type { Draft, Entry, LedgerEvent } from './entry'
import * as recipes from './recipes'

/** 摊销 on a straight line: what month `index` (from 0) bears, in fen. All months together bear the whole. */
export function shareFen(amountFen: number, months: number, index: number): number {
  const until = (month: number) => Math.floor((2 * amountFen * month + months) / (2 * months))
  return until(index + 1) - until(index)
}

/** 残值: what the months to come would still bear (CT-14: shared out when a lease ends early), in fen. */
export const residualFen = (amountFen: number, months: number, passed: number): number =>
  passed >= months ? 0 : amountFen - Math.floor((2 * amountFen * passed + months) / (2 * months))

/** What an asset that is spread becomes month by month. */
const AMORTISED = {
  agency_fee: recipes.agencyAmortised,
  fit_out_paid: recipes.fitOutAmortised,
  furniture_paid: recipes.furnitureAmortised,
} as const satisfies Partial<Record<LedgerEvent, (happened: recipes.Happened) => Draft>>
export type SpreadEvent = keyof typeof AMORTISED
export const spreads = (event: LedgerEvent): event is SpreadEvent => event in AMORTISED

/** One purchase on its way: `index` months of it are borne. */
export interface Spread extends Pick<Entry, 'leaseId' | 'dwellingId' | 'unit' | 'shares'> {
  ownerId: UserId
  entryId: Entry['id']
  event: SpreadEvent
  amountFen: number
  /** First month that bears, "2026-02". */
  from: string
  months: number
  index: number
}

export const amortised = ({ event }: Spread, happened: recipes.Happened): Draft => AMORTISED[event](happened)

/** The purchase was reversed: what had been borne is taken back. */
export function unamortised(spread: Spread, on: string): Draft | undefined {
  const amountFen = spread.amountFen - residualFen(spread.amountFen, spread.months, spread.index)
  if (amountFen === 0) return undefined
  const draft = amortised(spread, { on, amountFen })
  return {
    ...draft,
    postings: draft.postings.map(({ debit, credit, ...rest }) => ({ ...rest, debit: credit, credit: debit })),
  }
}
