import { addDays, dayAt } from '@anju/shared/day'
import { asksForException, recordedNumber } from '../rule-things'
import { newId, ZHANGJIANG } from '../town'
import type { Setting } from './scenes'
import { type Stage, submitted } from './stage'

const supervisor = ({ town }: Stage) => town.join({ hats: [{ role: 'town_officer', region: ZHANGJIANG }] })
let days = 0

/** 规则: numbers that a town records, and exceptions that its supervisor makes. */
export const RULE_SCENES: Record<string, Setting> = {
  recordParameter: async (stage) => {
    const effectiveFrom = addDays(dayAt(stage.town.world.now()), 100 + ++days)
    const number = { key: 'concentrated.rooms', value: 6, source: '镇租赁管理通知第三条', certainty: 'S' }
    const input = { ...number, effectiveFrom, regionCode: ZHANGJIANG, parameterId: newId('prm', ZHANGJIANG) }
    return { who: await supervisor(stage), input, otherwise: { value: 7 } }
  },
  withdrawParameter: async (stage) => {
    const parameterId = await recordedNumber(stage.town, stage.holder.id)
    return { who: await supervisor(stage), input: { parameterId, version: 1 }, otherwise: { version: 2 } }
  },
  overrideRule: async (stage) => {
    const { filingId } = await submitted(stage)
    await asksForException(stage.town, filingId)
    const input = { filingId, version: 2, ruleId: 'SH-OCC-10', reason: '已现场查看' }
    return { who: await supervisor(stage), input, otherwise: { reason: '另一个理由' } }
  },
}
