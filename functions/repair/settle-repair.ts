import { confirm, markLate } from '@anju/shared/repair/handle'
import { nextDeadline } from '@anju/shared/repair/repair'
import { type Settle, settled } from '../due/due'
import { find, save } from '../store/record'
import { repairRecord } from './repair.store'

/**
 * A time of a repair ran out: nobody answered, nobody came, nobody said whether it is fixed. Times are instants and rows
 * lie under days, so a row whose time is still to come today stays for the next run.
 */
export const settleRepair: Settle = async (due, { store, now, cause }) => {
  const [id = '', what] = due.id.split('#')
  const repair = await find(store, repairRecord, id)
  const next = repair && nextDeadline(repair)
  const told = what === 'answer' ? repair?.answerLateAt : what === 'arrive' ? repair?.arrivalLateAt : undefined
  if (!repair || !next || next.what !== what || told) return store.commit([settled(due)])
  if (next.by > now) return
  // Saving the repair takes the row away: it asks for it no longer.
  if (next.what === 'confirm') {
    const after = confirm(repair, { fixed: true, note: '' }, 'system', now)
    return store.commit(save(repairRecord, repair, after, cause('repair.confirmed')))
  }
  const late = next.what === 'answer' ? 'repair.answer_late' : 'repair.arrival_late'
  await store.commit(save(repairRecord, repair, markLate(repair, next.what, now), cause(late)))
}
