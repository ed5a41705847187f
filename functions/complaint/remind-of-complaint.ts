import { COMPLAINT_KIND_NAMES, isOpen } from '@anju/shared/complaint/complaint'
import { dayAt } from '@anju/shared/day'
import type { ComplaintId, UserId } from '@anju/shared/id'
import { type Settle, settled } from '../due/due'
import { putNotice } from '../notice/notice.store'
import { find } from '../store/record'
import { complaintRecord } from './complaint.store'

/** On the last day the officer is reminded to answer; the day after, the reporter is told that it is late. */
export const remindOfComplaint: Settle<{ complaintId: ComplaintId }> = async (due, { store, now }) => {
  const complaint = await find(store, complaintRecord, due.row.complaintId)
  if (!complaint || !isOpen(complaint.status)) return store.commit([settled(due)])
  const late = due.day > dayAt(complaint.answerBy)
  const told: [UserId | undefined, string][] = late
    ? [
        [complaint.takenBy, '投诉答复已超期，请尽快答复'],
        [complaint.reporterId, '您的投诉尚未按期答复，已提示工作人员；也可拨打 12345'],
      ]
    : [[complaint.takenBy, '今天是投诉答复的最后一天']]
  const notices = told.flatMap(([to, title]) =>
    to
      ? [
          putNotice(to, {
            id: `${complaint.id}#${due.day}`,
            at: now,
            title,
            body: `${COMPLAINT_KIND_NAMES[complaint.kind]} · ${complaint.placeText}`,
            about: { kind: 'complaint', id: complaint.id },
          }),
        ]
      : [],
  )
  await store.commit([...notices, settled(due)])
}
