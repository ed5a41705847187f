import { addDays, type Day, type Instant } from '@anju/shared/day'
import { filingDueOn } from '@anju/shared/filing/filing'
import { type LeaseId, regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { Notice } from '@anju/shared/notice/notice'
import { aliveFilingKey } from '../filing/filing.store'
import { leaseRecord } from '../lease/lease.store'
import { find, type Link } from '../store/record'
import { type Change, Conflict, type Row, type Store } from '../store/store'
import { putNotice } from './notice.store'

/*
 * state
 *   <district>#due   <day>#filing#lea_…   what falls due on a day; taken away in the transaction that tells of it
 */
const duePartition = (district: string) => `${district}#due`

/** Days after signing on which the parties are reminded to file (SH-CON-01): before the 30 days are over, and the day after. */
const REMIND_AFTER_DAYS = [20, 27, 31]

/** The reminders of a signed lease. */
export const filingReminders = (lease: Lease, signedOn: Day): Link[] =>
  REMIND_AFTER_DAYS.map((days) => ({
    pk: duePartition(regionOf(lease.id).slice(0, 6)),
    sk: `${addDays(signedOn, days)}#filing#${lease.id}`,
    leaseId: lease.id,
    version: 1,
    dueOn: filingDueOn(signedOn),
  }))

type DueRow = Row & { leaseId: LeaseId; dueOn: Day }
const SLICE = 100

async function remind(store: Store, row: DueRow, today: Day, now: Instant): Promise<void> {
  const lease = await find(store, leaseRecord, row.leaseId)
  const filed = await store.get('state', aliveFilingKey(row.leaseId))
  const done: Change = { table: 'state', remove: { pk: row.pk, sk: row.sk } }
  const late = today > row.dueOn
  const notice: Notice = {
    id: `${row.leaseId}#${row.sk.slice(0, 10)}`,
    at: now,
    title: late ? '租约备案已超期，请尽快办理' : `请在 ${row.dueOn} 前办理租约备案`,
    body: lease?.addressText ?? '',
    about: { kind: 'lease', id: row.leaseId },
  }
  const told =
    lease?.status === 'signed' && !filed ? [lease.lessorId, lease.lesseeId].map((to) => putNotice(to, notice)) : []
  await store.commit([...told, { ...done, when: { version: 1 } }])
}

/** Tells everything that has fallen due in a district until `today`. Run twice, or again after a crash, it tells nothing twice. @returns how many rows were settled */
export async function settleDue(store: Store, district: string, today: Day, now: Instant): Promise<number> {
  for (let settled = 0; ; ) {
    const rows = await store.query<DueRow>('state', {
      pk: duePartition(district),
      to: `${today}~`,
      from: '0',
      limit: SLICE,
    })
    for (const row of rows)
      await remind(store, row, today, now).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
      })
    settled += rows.length
    if (rows.length < SLICE) return settled
  }
}
