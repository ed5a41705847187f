import { dayAt, type Instant } from '@anju/shared/day'
import type { Context } from 'aws-lambda'
import { type Counts, type Due, type DueKind, type Morning, type Settle, settleDue } from './due/due'
import { settlers } from './due/settlers'
import { log } from './http/log'
import { dayMetric } from './http/metrics'
import type { World } from './http/router'
import { districts } from './region/region.data'
import { openWorld } from './world'

const AT_ONCE = 16
/**
 * What does not wait for the morning: payments of which nobody told us, messages that quiet hours held back, and repairs,
 * of which the most pressing are to be answered within minutes.
 */
export const HOURLY: readonly DueKind[] = ['payment', 'repair', 'wechat']
/** Left over for the rows that are under way when the time of the function runs out. */
const RESERVE_MILLIS = 30_000

export interface Settled extends Counts {
  districts: number
  /** False where time ran out: the next run goes on with what is left. */
  finished: boolean
}

/** What falls due today, district after district; each row is settled in its own transaction, so a second run goes on where the first stopped. */
export async function settleDay(
  { store, secrets, wechat, pay }: Pick<World, 'store' | 'secrets' | 'wechat' | 'pay'>,
  now: Instant,
  codes = districts(),
  enough: () => boolean = () => false,
  kinds?: readonly DueKind[],
): Promise<Settled> {
  const morning: Morning = {
    store,
    secrets,
    wechat,
    pay,
    now,
    today: dayAt(now),
    cause: (kind) => ({ kind, by: 'system', now }),
  }
  const loaded = new Map<DueKind, Promise<Settle<never>>>()
  const settle = async (due: Due) => {
    const load = settlers[due.kind]
    if (!load) throw new Error(`nothing settles ${due.kind}`)
    const by = loaded.get(due.kind) ?? load()
    loaded.set(due.kind, by)
    await (await by)(due as Due<never>, morning)
  }
  const failed = ({ kind, id }: Due, error: unknown) =>
    log('error', 'due row not settled', { kind, id, error: String((error as Error).name) })
  const total: Settled = { districts: 0, settled: 0, failed: 0, finished: false }
  for (let from = 0; from < codes.length && !enough(); from += AT_ONCE) {
    const some = codes.slice(from, from + AT_ONCE)
    const counts = await Promise.all(some.map((code) => settleDue(morning, code, settle, { failed, enough, kinds })))
    for (const count of counts) {
      total.settled += count.settled
      total.failed += count.failed
    }
    total.districts += some.length
  }
  return { ...total, finished: !enough() }
}

/** What the schedule sends: nothing in the morning, `hourly` in between. */
interface Called {
  hourly?: boolean
}

/**
 * The Lambda of the morning (Asia/Shanghai), and of every hour for what does not wait for it. What it leaves makes it fail,
 * so that it is called again and somebody hears of it.
 */
export const handler = async ({ hourly = false }: Called, context?: Context): Promise<void> => {
  const enough = () => (context?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) < RESERVE_MILLIS
  const now = new Date().toISOString()
  const told = await settleDay(await openWorld(), now, districts(), enough, hourly ? HOURLY : undefined)
  const whole = told.finished && told.failed === 0 && !hourly
  log('info', hourly ? 'hour settled' : 'day settled', { ...told, ...(whole && dayMetric(Date.parse(now))) })
  if (told.failed > 0 || !told.finished) throw new Error('the day is not settled')
}
