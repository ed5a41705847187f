import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { addDays, addMonths, Day, type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { CheckId, composeId, DwellingId, PictureId, regionOf, UpkeepId, UserId } from '../id'
import type { RuleHit } from '../rule'
import { repairParameter } from './parameters'

/** What a home needs again and again: the safety self-check of N-02, gas, fire. */
export const CheckKind = z.enum(['safety', 'gas', 'fire'])
export type CheckKind = z.infer<typeof CheckKind>
export const CHECK_KIND_NAMES: Record<CheckKind, string> = { safety: '安全自查', gas: '燃气检查', fire: '消防检查' }

/** What is looked at: our own lists (rule sheet N-02 asks for ten items), in plain words. */
export const CHECK_ITEMS: Record<CheckKind, readonly { key: string; text: string }[]> = {
  safety: [
    { key: 'structure', text: '承重墙、楼板没有拆改、开裂' },
    { key: 'partition', text: '没有打隔断，阳台、厨房、卫生间不住人' },
    { key: 'exit', text: '门口、楼道畅通，外窗没有封死的防盗网' },
    { key: 'alarm', text: '烟雾报警器、灭火器在位并能用' },
    { key: 'wiring', text: '电线没有老化、私拉，插座不发热' },
    { key: 'leakage', text: '漏电保护器按下试验键能跳闸' },
    { key: 'gas', text: '燃气软管、阀门不漏气，热水器排烟到室外' },
    { key: 'water', text: '水管、防水没有渗漏' },
    { key: 'railing', text: '阳台栏杆、窗户牢固' },
    { key: 'fit_out', text: '装修没有刺鼻异味，门锁完好' },
  ],
  gas: [
    { key: 'hose', text: '软管没有老化、超期，两端卡箍牢固' },
    { key: 'valve', text: '阀门、接口刷肥皂水不冒泡' },
    { key: 'stove', text: '灶具有熄火保护' },
    { key: 'heater', text: '热水器在使用年限内，烟道通到室外' },
    { key: 'alarm', text: '燃气报警器能用' },
  ],
  fire: [
    { key: 'extinguisher', text: '灭火器压力正常，没有过期' },
    { key: 'smoke', text: '烟雾报警器按测试键能响' },
    { key: 'exit', text: '逃生通道、窗户没有堵塞' },
    { key: 'charging', text: '电动车和电池不在室内充电' },
  ],
}

export const CheckItem = z.object({
  key: z.string().max(20),
  fine: z.boolean(),
  note: z.string().trim().max(100).default(''),
})
export const CheckFacts = z.object({
  kind: CheckKind,
  on: Day,
  items: z.array(CheckItem).max(12),
  pictureIds: z.array(PictureId).max(9).default([]),
})
/** 检查记录: every item of its kind, fine or not. */
export const Check = CheckFacts.extend({ id: CheckId, passed: z.boolean(), by: UserId, at: InstantSchema })
export type Check = z.infer<typeof Check>

/** 保养: what a home was checked for last. */
export const Upkeep = z.object({
  id: UpkeepId,
  dwellingId: DwellingId,
  holderId: UserId,
  addressText: z.string(),
  latest: z.partialRecord(CheckKind, Check.pick({ id: true, on: true, passed: true })),
  ...aggregate,
})
export type Upkeep = z.infer<typeof Upkeep> & Aggregate

/** One upkeep a home: its id is the home's own under another kind. */
export const upkeepIdOf = (dwellingId: DwellingId): UpkeepId =>
  composeId('upk', dwellingId.split('_')[2] as string, regionOf(dwellingId))
export const homeOf = (upkeepId: UpkeepId): DwellingId =>
  composeId('dwl', upkeepId.split('_')[2] as string, regionOf(upkeepId))

/** Of a home that nothing was written down for yet. */
export const noUpkeep = (home: Pick<Upkeep, 'dwellingId' | 'holderId' | 'addressText'>, now: Instant): Upkeep => ({
  ...home,
  id: upkeepIdOf(home.dwellingId),
  latest: {},
  version: 0,
  createdAt: now,
  revisedAt: now,
})

/** The day until which a kind of check holds; undefined where it was never done. */
export function goodUntil({ id, latest }: Pick<Upkeep, 'id' | 'latest'>, kind: CheckKind): Day | undefined {
  const last = latest[kind]
  return last && addMonths(last.on, repairParameter(`upkeep.${kind}_months`, regionOf(id), last.on).value)
}

/** What is to be done by a day: never done, not passed, or its time is over by then. */
export const dueBy = (upkeep: Pick<Upkeep, 'id' | 'latest'>, day: Day): CheckKind[] =>
  CheckKind.options.filter((kind) => {
    const until = goodUntil(upkeep, kind)
    return !until || !upkeep.latest[kind]?.passed || until < day
  })

/** The day on which to ask again: ahead of the next that runs out, or after a while where something is due already. */
export function nextReminder(upkeep: Pick<Upkeep, 'id' | 'latest'>, today: Day): Day {
  const number = (key: 'upkeep.remind_days_before' | 'upkeep.again_days') =>
    repairParameter(key, regionOf(upkeep.id), today).value
  const ahead = number('upkeep.remind_days_before')
  if (dueBy(upkeep, addDays(today, ahead)).length > 0) return addDays(today, number('upkeep.again_days'))
  const ends = CheckKind.options.map((kind) => goodUntil(upkeep, kind) as Day)
  return addDays(ends.sort()[0] as Day, 1 - ahead)
}

/** 记一次检查: every item answered once. An earlier check told late does not hide a later one. @throws upkeep.items */
export function recordCheck(
  upkeep: Upkeep,
  facts: z.infer<typeof CheckFacts>,
  made: { id: Check['id']; by: UserId; today: Day },
  now: Instant,
): { upkeep: Upkeep; check: Check } {
  const { today, ...who } = made
  if (facts.on > today)
    throw new DomainError('request.invalid', { fields: [{ path: 'on', message: '日期不能晚于今天，请修改日期' }] })
  const asked = CHECK_ITEMS[facts.kind].map(({ key }) => key).sort()
  const told = facts.items.map(({ key }) => key).sort()
  if (asked.join() !== told.join()) throw new DomainError('upkeep.items')
  const check: Check = { ...facts, ...who, at: now, passed: facts.items.every(({ fine }) => fine) }
  const last = upkeep.latest[facts.kind]
  const { id, on, passed } = check
  const latest = last && last.on > on ? upkeep.latest : { ...upkeep.latest, [facts.kind]: { id, on, passed } }
  return { upkeep: revise(upkeep, { latest }, now), check }
}

/** 发布房源 (N-02): a home whose safety self-check is missing, failed or too old may be advertised, and is warned of. */
export function safetyHit(upkeep: Pick<Upkeep, 'id' | 'latest'>, today: Day): RuleHit | undefined {
  const last = upkeep.latest.safety
  if (!dueBy(upkeep, today).includes('safety')) return undefined
  const { value } = repairParameter('upkeep.safety_months', regionOf(upkeep.id), today)
  const message = !last
    ? '这处房屋还没有做过安全自查，请先逐项自查'
    : last.passed
      ? `上次安全自查在 ${last.on}，已超过 ${value} 个月，请重新自查`
      : `${last.on} 的安全自查有项目不合格，请整改后重新自查`
  return {
    ruleId: 'N-02',
    action: 'WARN',
    message,
    source: '住房租赁条例第七条；自查项目和周期为产品约定',
    certainty: 'A',
    inputs: { lastOn: last?.on ?? null, passed: last?.passed ?? null, months: value },
  }
}
