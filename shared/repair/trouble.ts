import * as z from 'zod'

/** How pressing a repair is, from P1, danger, to P4, looks (rule sheet 8.5). */
export const Priority = z.enum(['P1', 'P2', 'P3', 'P4'])
export type Priority = z.infer<typeof Priority>
export const PRIORITY_NAMES: Record<Priority, string> = { P1: '紧急', P2: '加急', P3: '普通', P4: '不急' }

/** What is broken, in the words of who lives there; the priority follows from it. */
export const TROUBLES = {
  gas_leak: { name: '燃气泄漏', priority: 'P1' },
  fire: { name: '起火、冒烟', priority: 'P1' },
  flooding: { name: '大量漏水', priority: 'P1' },
  no_power: { name: '停电、跳闸', priority: 'P1' },
  lift_trapped: { name: '电梯困人', priority: 'P1' },
  locked_out: { name: '门锁坏了，进不了门', priority: 'P1' },
  no_water: { name: '停水', priority: 'P2' },
  no_hot_water: { name: '没有热水', priority: 'P2' },
  blocked_drain: { name: '下水道、马桶堵塞', priority: 'P2' },
  appliance: { name: '家电故障', priority: 'P3' },
  other: { name: '其他损坏', priority: 'P3' },
  cosmetic: { name: '墙面、地面等外观', priority: 'P4' },
} as const satisfies Record<string, { name: string; priority: Priority }>
export type TroubleKind = keyof typeof TROUBLES
export const TroubleKind = z.enum(Object.keys(TROUBLES) as [TroubleKind, ...TroubleKind[]])

/** What to do before anybody comes, where waiting is dangerous. */
export const FIRST_AID: Partial<Record<TroubleKind, string>> = {
  gas_leak: '先关气阀、开窗、离开房间，到室外拨打燃气抢修电话或 119；不要开关电器。',
  fire: '先撤离并拨打 119。',
  flooding: '先关总水阀，电器进水时先断电。',
  no_power: '先看是否跳闸；有焦味或火花时不要合闸。',
  lift_trapped: '按电梯里的报警按钮并拨打轿厢内的救援电话或 119，不要扒门。',
}

const ORDER: readonly Priority[] = ['P1', 'P2', 'P3', 'P4']
export const isLower = (one: Priority, than: Priority): boolean => ORDER.indexOf(one) > ORDER.indexOf(than)
