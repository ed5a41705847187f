import { dayAt } from '@anju/shared/day'
import { isHeldOn } from '@anju/shared/dwelling/occupation'
import { type HeadLease, lastDayOf } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { consentMarks, marksOf } from '@anju/shared/head-lease/marks'
import type { Lease } from '@anju/shared/lease/lease'
import { readOccupation } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { findMany } from '../store/record'
import type { Row } from '../store/store'
import { headLeaseRecord, headLeasesOfHome } from './head-lease.store'

const RECENT = 5

/**
 * 风险提示 of one home (SH-CON-09). The holder sees the figures; the town sees that there is a mark, never a rent: it may
 * not look into the books (rule sheet 6.3).
 */
export const readMarks: UseCase<typeof headLeaseRoutes.readMarks> = async (
  _input,
  { actor, now, subject: dwelling, store },
) => {
  const today = dayAt(now)
  const lines = await store.query<Row & Pick<HeadLease, 'id'>>('state', {
    ...headLeasesOfHome(dwelling.id),
    descending: true,
    limit: RECENT,
  })
  const headLeases = (await findMany(
    store,
    lines.map(({ id }) => [headLeaseRecord, id]),
  )) as (HeadLease | undefined)[]
  const head = headLeases.find((each) => each && each.startOn <= today && lastDayOf(each) >= today)
  if (!head) return { marks: [] }
  const homes = await Promise.all(head.dwellingIds.map((id) => readOccupation(store, id, dwelling.holderId, now)))
  const held = homes.flatMap(({ tenancies }) => tenancies.filter((tenancy) => isHeldOn(tenancy, today)))
  const subs = (await findMany(
    store,
    held.slice(0, 100).map(({ leaseId }) => [leaseRecord, leaseId]),
  )) as (Lease | undefined)[]
  const running = subs.filter((sub) => sub !== undefined)
  const marks = [...marksOf({ ...head, endOn: lastDayOf(head) }, running, today), ...consentMarks(head, running, today)]
  const own = actor.holderId === dwelling.holderId
  return {
    ...(own && { headLeaseId: head.id, headLeaseEndOn: lastDayOf(head) }),
    marks: own ? marks : marks.map((mark) => ({ ...mark, inputs: { kind: mark.inputs.kind ?? '' } })),
  }
}
