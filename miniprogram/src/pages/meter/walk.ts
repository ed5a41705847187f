import { type Day, dayAt, monthOf } from '@anju/shared/day'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { RoundStop } from '@anju/shared/meter/round'
import { personRoutes } from '@anju/shared/person/person.routes'
import { readHolder } from '../../auth/acting-for'
import { call } from '../../call'
import { keptOn } from './kept'
import type { Entry } from './outbox'

/** The round as it was last read, to be walked without a line. */
interface Walk {
  owner: string
  readAt: string
  stops: RoundStop[]
}

const walk = keptOn<Walk>('meter-walk', { owner: '', readAt: '', stops: [] })
export const useWalk = walk.use

const MOST_PAGES = 20

/** Reads the whole round: every meter, so that no line is needed from here on. */
export async function readWalk(): Promise<void> {
  const me = await call(personRoutes.readMe, {})
  const stops: RoundStop[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await call(meterRoutes.listRound, { limit: 50, ...(cursor && { cursor }) })
    stops.push(...page.items)
    cursor = page.next
    if (!cursor) break
  }
  walk.write({ owner: `${me.id} ${readHolder()}`, readAt: new Date().toISOString(), stops })
}

/** What the server answered stands from now on. */
export const setStop = (stop: RoundStop): void => {
  const now = walk.read()
  walk.write({ ...now, stops: now.stops.map((each) => (each.id === stop.id ? stop : each)) })
}

export const today = (): Day => dayAt(new Date().toISOString())

/** 已抄 this month by anybody, entered here but not sent, refused, or still to read. */
export type Progress = 'read' | 'kept' | 'refused' | 'left'

export function progressOf(stop: RoundStop, entries: readonly Entry[]): Progress {
  const own = entries.filter(({ meterId }) => meterId === stop.id)
  if (own.some(({ refusal }) => refusal)) return 'refused'
  if (own.length > 0) return 'kept'
  return monthOf(stop.last.on) === monthOf(today()) ? 'read' : 'left'
}
