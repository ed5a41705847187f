import { addDays } from '@anju/shared/day'
import type { UpkeepId } from '@anju/shared/id'
import { regionOf } from '@anju/shared/id'
import { repairParameter } from '@anju/shared/repair/parameters'
import { CHECK_KIND_NAMES, dueBy, nextReminder } from '@anju/shared/repair/upkeep'
import { movedTo, type Settle } from '../due/due'
import { putNotice } from '../notice/notice.store'
import { readUpkeepOf } from './upkeep.store'

/** 保养提醒 (N-02): what a home needs soon is told to its holder; the row moves on to the next time, for as long as there is the home. */
export const remindOfUpkeep: Settle = async (due, { store, now, today }) => {
  const upkeep = await readUpkeepOf(store, due.id as UpkeepId, now)
  const ahead = repairParameter('upkeep.remind_days_before', regionOf(upkeep.id), today).value
  const kinds = dueBy(upkeep, addDays(today, ahead))
  const notice = {
    id: `${upkeep.id}#${today}`,
    at: now,
    title: `该做${kinds.map((kind) => CHECK_KIND_NAMES[kind]).join('、')}了`,
    body: upkeep.addressText,
    about: { kind: 'upkeep' as const, id: upkeep.id },
  }
  const told = kinds.length > 0 ? [putNotice(upkeep.holderId, notice)] : []
  await store.commit([...told, ...movedTo(due, nextReminder(upkeep, today), {}).changes])
}
