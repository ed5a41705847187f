import { dayAt, type Instant } from '@anju/shared/day'
import { log } from './http/log'
import { settleDue } from './notice/due'
import { districts } from './region/region.data'
import type { Store } from './store/store'
import { openStore } from './world'

const AT_ONCE = 16

/** What falls due today, district after district; each row is settled in its own transaction, so a second run goes on where the first stopped. */
export async function settleDay(
  store: Store,
  now: Instant,
  codes = districts(),
): Promise<{ districts: number; settled: number }> {
  const today = dayAt(now)
  let settled = 0
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const counts = await Promise.all(
      codes.slice(from, from + AT_ONCE).map((district) => settleDue(store, district, today, now)),
    )
    settled += counts.reduce((sum, count) => sum + count, 0)
  }
  return { districts: codes.length, settled }
}

/** The Lambda of the morning (Asia/Shanghai). */
export const handler = async (): Promise<void> => {
  log('info', 'day settled', await settleDay(openStore(), new Date().toISOString()))
}
