import { daysBetween } from '@anju/shared/day'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { type Settle, settled } from '../due/due'
import { remind } from '../notice/remind'
import { find } from '../store/record'
import { leaseRecord } from './lease.store'

/** 租约到期提醒, to both parties. */
export const remindOfEnd: Settle = async (due, { store, today, now }) => {
  const lease = await find(store, leaseRecord, due.id)
  if (!lease || !isRunning(lease) || lease.endOn < today) return store.commit([settled(due)])
  const left = daysBetween(today, lease.endOn)
  const told = await remind(store, {
    to: [lease.lessorId, lease.lesseeId],
    template: 'lease_end',
    notice: {
      id: `${lease.id}#end#${due.day}`,
      at: now,
      title: `租约还有 ${left} 天到期（${lease.endOn}），请商量续租或退租`,
      body: lease.addressText,
      about: { kind: 'lease', id: lease.id },
    },
    message: { home: lease.addressText, day: lease.endOn, words: `还有${left}天到期` },
    today,
  })
  await store.commit([...told, settled(due)])
}
