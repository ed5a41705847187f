import type { Day } from '@anju/shared/day'
import { yuan } from '@anju/shared/money'
import type { Notice } from '@anju/shared/notice/notice'
import { type Settle, settled } from '../due/due'
import { putNotice } from '../notice/notice.store'
import { find } from '../store/record'
import { leaseRecord } from './lease.store'

/** Reminds the lessor of a refund that is not recorded yet (CT-09); once it is late, the lessee hears of it too. */
export const remindOfRefund: Settle<{ refundDueOn: Day }> = async (due, { store, today, now }) => {
  const lease = await find(store, leaseRecord, due.id)
  const { refundDueOn } = due.row
  const late = today > refundDueOn
  const open = lease?.status === 'settled' && !lease.refund
  const notice: Notice = {
    id: `${due.id}#refund#${due.day}`,
    at: now,
    title: late ? '结算款已过约定日期，请尽快退还并记录' : `请在 ${refundDueOn} 前退还结算款`,
    body: `${lease?.addressText ?? ''} ¥${yuan(lease?.settlement?.totalFen ?? 0)}`,
    about: { kind: 'lease', id: due.id as never },
  }
  const to = lease && open ? (late ? [lease.lessorId, lease.lesseeId] : [lease.lessorId]) : []
  await store.commit([...to.map((each) => putNotice(each, notice)), settled(due)])
}
