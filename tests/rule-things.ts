import { filingRecord } from '@anju/functions/filing/filing.store'
import { parameterRecord } from '@anju/functions/rule/rule.store'
import { read, save } from '@anju/functions/store/record'
import { revise } from '@anju/shared/aggregate'
import { addDays, dayAt } from '@anju/shared/day'
import type { FilingId, ParameterId } from '@anju/shared/id'
import type { RecordedParameter } from '@anju/shared/rule/recorded'
import { type Citizen, newId, type Town, ZHANGJIANG } from './town'

let days = 0

/** A number that the town recorded, in force long after the test. */
export async function recordedNumber({ world }: Pick<Town, 'world'>, by: Citizen['id']): Promise<ParameterId> {
  const now = world.now()
  const recorded: RecordedParameter = {
    id: newId('prm', ZHANGJIANG),
    version: 1,
    createdAt: now,
    revisedAt: now,
    region: ZHANGJIANG,
    key: 'concentrated.rooms',
    value: 6,
    source: '镇租赁管理通知第三条',
    certainty: 'S',
    effectiveFrom: addDays(dayAt(now), 3_000 + ++days),
    status: 'recorded',
    recordedBy: by,
    recordedByName: '周一',
  }
  const cause = { kind: 'parameter.recorded', by: 'system' as const, now }
  await world.store.commit(save(parameterRecord, undefined, recorded, cause))
  return recorded.id
}

/** A submitted case that a rule of uncertain source refuses, and whose filer asks a supervisor; one version later. */
export async function asksForException({ world }: Pick<Town, 'world'>, filingId: FilingId): Promise<void> {
  const now = world.now()
  const filing = await read(world.store, filingRecord, filingId)
  const hit = {
    ruleId: 'SH-OCC-10',
    version: 1,
    action: 'BLOCK' as const,
    message: '客厅单独出租须由代理经租企业出租',
    source: '镇租赁管理通知第四条',
    certainty: 'S' as const,
    inputs: { livingRoomLet: true },
  }
  const after = revise(filing, { hits: [hit], exceptionReason: '请现场查看' }, now)
  const cause = { kind: 'filing.resubmitted', by: 'system' as const, now }
  await world.store.commit(save(filingRecord, filing, after, cause))
}
