import { dayAt } from '@anju/shared/day'
import { isOver } from '@anju/shared/repair/lifecycle'
import { nextDeadline, type Repair } from '@anju/shared/repair/repair'
import { dueRow } from '../due/due'
import type { Actor } from '../http/use-case'
import type { Link, RecordKind } from '../store/record'

/*
 * state
 *   <town>#rep_…   repair                                  a repair with all that happened to it
 *   <lessor>       repair#open#<next deadline>#rep_…       what is to be done, the most pressing first
 *   <lessor>       repair#over#<createdAt>#rep_…           what is done
 *   <lessee>       my-repair#<open|over>#<createdAt>#rep_… what I reported, or was reported for my lease
 *   <lessor>       staff-job#<person>#open#<createdAt>#…   what a member of the staff is to do
 *   <worker>       job#open#<createdAt>#rep_…              what a worker from outside is to do, until it is over
 *   <district>#due <day>#repair#rep_…#<what>               the next time that runs out
 */
type Tab = 'open' | 'over'
export const repairsOf = ({ holderId, userId }: Actor, side: 'lessor' | 'lessee' | 'worker', tab: Tab) => {
  if (side === 'lessor') return { pk: holderId, prefix: `repair#${tab}#`, ascending: tab === 'open' }
  if (side === 'lessee') return { pk: holderId, prefix: `my-repair#${tab}#`, ascending: false }
  return holderId === userId
    ? { pk: userId, prefix: `job#${tab}#`, ascending: true }
    : { pk: holderId, prefix: `staff-job#${userId}#${tab}#`, ascending: true }
}

/** Sorts behind every deadline: nobody is waited for by the clock. */
const NO_DEADLINE = '9'

function workerLinks({ id, createdAt, lessorId, worker, status }: Repair): Link[] {
  if (!worker?.userId || isOver({ status })) return []
  const behind = `open#${createdAt}#${id}`
  if (worker.kind === 'outside') return [{ id, pk: worker.userId, sk: `job#${behind}` }]
  return worker.userId === lessorId ? [] : [{ id, pk: lessorId, sk: `staff-job#${worker.userId}#${behind}` }]
}

function dueLinks(repair: Repair): Link[] {
  const next = nextDeadline(repair)
  const told =
    next?.what === 'answer' ? repair.answerLateAt : next?.what === 'arrive' ? repair.arrivalLateAt : undefined
  return next && !told ? [dueRow(`${repair.id}#${next.what}`, 'repair', dayAt(next.by))] : []
}

export const repairRecord: RecordKind<Repair> = {
  sk: 'repair',
  notFound: 'repair.not_found',
  links: (repair) => {
    const { id, createdAt, lessorId, lesseeId } = repair
    const tab: Tab = isOver(repair) ? 'over' : 'open'
    const by = tab === 'over' ? createdAt : (nextDeadline(repair)?.by ?? NO_DEADLINE)
    return [
      { id, pk: lessorId, sk: `repair#${tab}#${by}#${id}` },
      ...(lesseeId ? [{ id, pk: lesseeId, sk: `my-repair#${tab}#${createdAt}#${id}` }] : []),
      ...workerLinks(repair),
      ...dueLinks(repair),
    ]
  },
}
