import { dayAt } from '@anju/shared/day'
import { recordCheck as record } from '@anju/shared/repair/upkeep'
import type { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import type { Change } from '../store/store'
import { expectPictures } from './change'
import { checksOf, upkeepRecord, viewUpkeep } from './upkeep.store'

/** 记一次安全检查. It carries no version: two checks of one home stand side by side. */
export const recordCheck: UseCase<typeof upkeepRoutes.recordCheck> = async (input, context) => {
  const { subject: upkeep, actor, now, store, cause } = context
  const { commandId: _command, upkeepId: _upkeep, checkId, ...facts } = input
  await expectPictures(store, [upkeep.dwellingId], facts.pictureIds, 'check')
  const made = { id: checkId, by: actor.userId, today: dayAt(now) }
  const { upkeep: after, check } = record(upkeep, facts, made, now)
  const { pk, prefix } = checksOf(upkeep.id)
  const row: Change = {
    table: 'state',
    put: { ...check, pk, sk: `${prefix}${check.on}#${check.id}` },
    when: 'absent',
    refusal: 'request.command_reused',
  }
  const before = upkeep.version === 0 ? undefined : upkeep
  await store.commit([...save(upkeepRecord, before, after, cause('upkeep.checked')), row])
  return viewUpkeep(after, now)
}
