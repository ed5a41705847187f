import type { World } from '@anju/functions/http/router'
import { leaseRecord } from '@anju/functions/lease/lease.store'
import { messageRecord } from '@anju/functions/message/message.store'
import { read, save } from '@anju/functions/store/record'
import { addDays, type Day } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import { type Message, post } from '@anju/shared/message/message'
import { ZHANGJIANG } from './cast'
import { at, type Stage } from './stage'

const SAID = [
  { lessee: true, daysAgo: 6, hour: 19, text: '陈先生您好，厨房水龙头有点滴水，方便的时候请来看看。周六上午我在家。' },
  { lessee: false, daysAgo: 6, hour: 20, text: '收到，周六十点我请师傅来修，费用由我承担。' },
  { lessee: true, daysAgo: 4, hour: 11, text: '已经修好了，谢谢！' },
] as const

/** What tenant and landlord wrote each other. Put down as it was passed: nobody in the demo town has a session yet. */
export async function playMessages(
  { store }: Pick<World, 'store'>,
  stage: Stage,
  leaseId: LeaseId,
  today: Day,
): Promise<void> {
  const lease = await read(store, leaseRecord, leaseId)
  const lately: Message[] = []
  for (const { lessee, daysAgo, hour, text } of SAID) {
    const now = at(addDays(today, -daysAgo), hour)
    const by = lessee ? lease.lesseeId : lease.lessorId
    const id = stage.newId('msg', now, ZHANGJIANG)
    const message = post(lease, { id, by, hand: by, text, state: 'shown' }, { lately }, now)
    await store.commit(save(messageRecord, undefined, message, { kind: 'message.posted', by, now }))
    lately.unshift(message)
  }
}
