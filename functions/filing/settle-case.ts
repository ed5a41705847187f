import { byCalendar } from '@anju/shared/filing/draft'
import { FILING_TYPE_NAMES } from '@anju/shared/filing/states'
import type { FilingId } from '@anju/shared/id'
import { type Settle, settled } from '../due/due'
import { putNotice } from '../notice/notice.store'
import { find, save } from '../store/record'
import { filingRecord } from './filing.store'

/** What the calendar does to a case: it lapses, it expires with its lease, or whoever has to begin it is reminded. */
export const settleCase: Settle = async (due, { store, now, cause }) => {
  const filing = await find(store, filingRecord, due.id as FilingId)
  const after = filing && byCalendar(filing, now)
  // Saving the case takes the row away: the case asks for it no longer.
  if (after)
    return store.commit(save(filingRecord, filing, after, cause(filing.validTo ? 'filing.expired' : 'filing.lapsed')))
  const task =
    filing?.status === 'draft'
      ? [
          putNotice(filing.lessorId, {
            id: `${filing.id}#${due.day}`,
            at: now,
            title: `请在 ${filing.dueOn} 前办理${FILING_TYPE_NAMES[filing.type]}备案`,
            body: filing.addressText,
            about: { kind: 'filing', id: filing.id },
          }),
        ]
      : []
  await store.commit([...task, settled(due)])
}
