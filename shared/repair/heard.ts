import { revise } from '../aggregate'
import type { ContentState } from '../content/content'
import type { Instant } from '../day'
import type { Repair, RepairSide, Worker } from './repair'

/** What stands in the place of words that a reader may not read. */
const INSTEAD: Record<Exclude<ContentState, 'shown'>, string> = {
  waiting: '（这段文字正在审核，通过后可见）',
  refused: '（这段文字未通过审核）',
}

/** The line of a repair that a version of it added, as its review calls it. */
export const partOf = ({ what, at }: Pick<Repair['steps'][number], 'what' | 'at'>): string => `${what}#${at}`

/** Moves whose text nobody wrote: a time, or a name of the register. */
const UNWRITTEN = ['arrangeVisit', 'agreeVisit']

/** What somebody wrote with the last move; undefined where they wrote nothing. */
export function lastWritten({ steps, worker }: Repair): Repair['steps'][number] | undefined {
  const last = steps.at(-1)
  const named = last?.what === 'assign' && worker?.kind === 'staff'
  return last?.text && !named && !UNWRITTEN.includes(last.what) ? last : undefined
}

/** The repair with the state in which the words of its last move are. */
export const withState = (repair: Repair, state: ContentState): Repair => ({
  ...repair,
  steps: repair.steps.map((step, index) => (index === repair.steps.length - 1 ? { ...step, state } : step)),
})

/** A person has looked at words that no machine had passed; the same repair where nothing waits for that any more. */
export function settleText(
  repair: Repair,
  { part, text }: { part: string; text: string },
  passed: boolean,
  now: Instant,
): Repair {
  const waits = (step: Repair['steps'][number]) =>
    step.state === 'waiting' && partOf(step) === part && step.text === text
  if (!repair.steps.some(waits)) return repair
  const state: ContentState = passed ? 'shown' : 'refused'
  return revise(repair, { steps: repair.steps.map((step) => (waits(step) ? { ...step, state } : step)) }, now)
}

/**
 * A repair as one side reads it (WX-04): what is not shown is read by the side that wrote it alone. Words stand in the
 * line of their move and in what that move made, for instance a quote: they are held back in both.
 */
export function heardBy(repair: Repair, side: RepairSide): Repair {
  const held = repair.steps.filter((step) => step.side !== side && step.state && step.state !== 'shown')
  if (held.length === 0) return repair
  const instead = new Map(held.map(({ text, state }) => [text, INSTEAD[state as 'waiting' | 'refused']]))
  const heard = (text: string) => instead.get(text) ?? text
  const named = ({ name, ...rest }: Worker): Worker => ({ ...rest, name: heard(name) }) as Worker
  const { worker, claim, rating } = repair
  return {
    ...repair,
    description: heard(repair.description),
    ...(worker && { worker: worker.kind === 'staff' ? worker : named(worker) }),
    quotes: repair.quotes.map(({ answer, ...quote }) => ({
      ...quote,
      finding: heard(quote.finding),
      ...(answer !== undefined && { answer: heard(answer) }),
    })),
    ...(claim && {
      claim: {
        ...claim,
        note: heard(claim.note),
        ...(claim.refusal !== undefined && { refusal: heard(claim.refusal) }),
      },
    }),
    ...(rating && { rating: { ...rating, comment: heard(rating.comment) } }),
    steps: repair.steps.map((step) => (step.side === side ? step : { ...step, text: heard(step.text) })),
  }
}
