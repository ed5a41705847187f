import { addDays, dayAt } from '@anju/shared/day'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { ruleRoutes } from '@anju/shared/rule/rule.routes'
import { asksForException } from '../tests/rule-things'
import { commandId, newId, type Town, ZHANGJIANG } from '../tests/town'

/** Every route of the rules once, with a submitted case in the town. */
export async function visitRules(town: Town, filingId: FilingId): Promise<void> {
  const officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
  const regionCode = ZHANGJIANG
  const parameterId = newId('prm', ZHANGJIANG)
  const effectiveFrom = addDays(dayAt(town.world.now()), 30)
  const recorded = await officer.call(ruleRoutes.recordParameter, {
    commandId: commandId(),
    regionCode,
    parameterId,
    key: 'concentrated.rooms',
    value: 6,
    source: '镇租赁管理通知第三条',
    certainty: 'S',
    effectiveFrom,
  })
  void recorded.value
  void (await officer.call(ruleRoutes.listRules, { regionCode })).value
  const thought = { regionCode, key: 'concentrated.rooms', value: '1', effectiveFrom } as const
  void (await officer.call(ruleRoutes.previewParameter, thought)).value
  void (await officer.call(ruleRoutes.withdrawParameter, { commandId: commandId(), parameterId, version: 1 })).value
  await asksForException(town, filingId)
  const reason = '已现场查看'
  const passed = await officer.call(filingRoutes.overrideRule, {
    commandId: commandId(),
    filingId,
    version: 2,
    ruleId: 'SH-OCC-10',
    reason,
  })
  void passed.value
}
