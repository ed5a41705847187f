import { dayAt, type Instant } from '@anju/shared/day'
import type { FilingType } from '@anju/shared/filing/states'
import { type LeaseId, regionOf } from '@anju/shared/id'
import { derivedId } from '../derived-id'
import { leaseRecord } from '../lease/lease.store'
import { find, type JournalLine, save } from '../store/record'
import { Conflict, type Store } from '../store/store'
import { beginCase, filingInForce } from './begin-case'
import { filingRecord } from './filing.store'

/** What of a lease has to be filed after it happened (SH-CON-02). */
const FOLLOW_UPS: Record<string, FilingType> = {
  'lease.amended': 'change',
  'lease.ended': 'cancellation',
  'lease.signed': 'extension',
}

/**
 * An amendment, an end or a renewal of a filed lease opens the case that is due for it, as a draft of the lessor. The case
 * has the id of what happened, so that a line that is told twice opens one.
 */
export async function openFollowUp(store: Store, line: JournalLine, now: Instant): Promise<void> {
  const type = FOLLOW_UPS[line.kind]
  if (!type) return
  const lease = await find(store, leaseRecord, line.aggregateId as LeaseId)
  if (!lease || (type === 'extension' && !lease.renews)) return
  const preceding = await filingInForce(store, (type === 'extension' && lease.renews) || lease.id)
  const over = type === 'cancellation' && preceding !== undefined && dayAt(line.at) > preceding.endOn
  if (!preceding || over) return
  const id = derivedId('fil', [line.aggregateId, String(line.version)], regionOf(lease.id))
  const filing = await beginCase(store, lease, { id, type, initiatorRole: 'lessor', by: lease.lessorId, now })
  const cause = { kind: 'filing.task_opened', by: 'system' as const, now }
  await store.commit(save(filingRecord, undefined, filing, cause)).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}
