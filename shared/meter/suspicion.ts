import * as z from 'zod'
import type { Day } from '../day'
import type { Certainty, RuleHit } from '../rule'
import { amountText, MEASURE_NAMES, type MeterKind, MILLI } from './device'
import { tariffFor } from './tariff'

/** Why a reading cannot be right, or hardly. */
export const Suspicion = z.enum(['went_back', 'does_not_add_up', 'jump', 'beyond_pipe'])
export type Suspicion = z.infer<typeof Suspicion>
export const SUSPICION_NAMES: Record<Suspicion, string> = {
  went_back: '读数倒退',
  does_not_add_up: '用量与读数不符',
  jump: '用量突增',
  beyond_pipe: '超出表的流量',
}

/** A number that is our choice or of a plate, not of the law: round, with where it comes from. */
const CHOICES = {
  /** Earlier periods that a history must have before it is believed. */
  periods: 3,
  /** A day that is so many times the busiest day so far is a jump. */
  times: 3,
  /** Less than this part of an ordinary home's day alarms nobody. */
  quietPart: 10,
  /** A stated use may differ by so much from the register: 3 m³ or kWh. */
  addsUpMilli: 3 * MILLI,
} as const

/** What the usual device of a home lets through in an hour. */
const FLOWS: Record<MeterKind, { perHourMilli: number; source: string; certainty: Certainty }> = {
  water: { perHourMilli: 2_500, source: 'DN15 水表常用流量 Q3 = 2.5 m³/h（GB/T 778.1）', certainty: 'M' },
  electricity: { perHourMilli: 13_200, source: '单相 60 A、220 V 电能表', certainty: 'M' },
  gas: { perHourMilli: 4_000, source: 'G2.5 膜式燃气表最大流量 4 m³/h（GB/T 6968）', certainty: 'M' },
}
/** Where a city gives no steps, an ordinary home is taken to use what Shanghai's steps say. */
const ORDINARY_REGION = '31'

/** What ran through in some days. */
export interface Period {
  useMilli: number
  days: number
}

/** A period that was claimed, and what the two ends of the register say of it. */
export interface Claim extends Period {
  /** Last register less first; below zero where the dial stands lower than before. Absent where only a use is told. */
  registerMilli?: number
  /** The same through zero, where the dial stands lower. */
  throughZeroMilli?: number
}

export interface Bounds {
  kind: MeterKind
  perHourMilli: number
  /** Below this a day is never a jump. */
  quietPerDayMilli: number
  /** Without history, a day above this is. */
  strangePerDayMilli: number
}

/** Bounds of a meter of this kind in this town, with the device's multiplier. */
export function boundsFor(kind: MeterKind, region: string, on: Day, multiplier = 1): Bounds {
  const tiers = (tariffFor(kind, region, on) ?? tariffFor(kind, ORDINARY_REGION, '2026-01-01'))?.tiers ?? []
  const perDay = (tier: number) => (tiers[tier]?.upToMilli ?? 0) / 365
  return {
    kind,
    perHourMilli: FLOWS[kind].perHourMilli * multiplier,
    quietPerDayMilli: perDay(0) / CHOICES.quietPart,
    strangePerDayMilli: perDay(1) * CHOICES.times * multiplier,
  }
}

/** The most that a day may use before it is a jump: of what this meter did so far, or, while it is new, of what homes do. */
export function mostPerDay(history: readonly Period[], bounds: Bounds): number {
  if (history.length < CHOICES.periods) return bounds.strangePerDayMilli
  const busiest = Math.max(...history.map(({ useMilli, days }) => useMilli / days))
  return Math.max(busiest * CHOICES.times, bounds.quietPerDayMilli)
}

/**
 * What speaks against a claimed use. A dial that stands lower than before went back, unless the use through zero is one
 * that this meter may have: then it passed its last nines.
 */
export function suspicionsOf(claim: Claim, history: readonly Period[], bounds: Bounds): Suspicion[] {
  const most = mostPerDay(history, bounds)
  const { registerMilli, throughZeroMilli } = claim
  const lower = registerMilli !== undefined && registerMilli < 0
  if (lower && (throughZeroMilli === undefined || throughZeroMilli / claim.days > most)) return ['went_back']
  const measured = lower ? throughZeroMilli : registerMilli
  const found: Suspicion[] = []
  if (measured !== undefined && Math.abs(claim.useMilli - measured) > CHOICES.addsUpMilli) found.push('does_not_add_up')
  if (claim.useMilli / claim.days > most) found.push('jump')
  if (claim.useMilli / (claim.days * 24) > bounds.perHourMilli) found.push('beyond_pipe')
  return found
}

/** Said to the person who reads the meter: what is wrong, and what to do. */
export function hitOf(suspicion: Suspicion, claim: Claim, history: readonly Period[], bounds: Bounds): RuleHit {
  const measure = MEASURE_NAMES[bounds.kind]
  const perDay = claim.useMilli / claim.days
  const most = mostPerDay(history, bounds)
  const text = (milli: number) => `${amountText(Math.round(milli / 10) * 10)} ${measure}`
  const sentences: Record<Suspicion, string> = {
    went_back: '读数比上次小：请再看一遍表；上次抄错的先撤销上次读数，换了表的请登记换表',
    does_not_add_up: `所报用量 ${text(claim.useMilli)}与两次读数之差 ${text(claim.registerMilli ?? 0)}不符，请核对`,
    jump: `每天约 ${text(perDay)}，以往每天最多只会到 ${text(most)}，请再看一遍表，或说明原因后保存`,
    beyond_pipe: `相当于每小时 ${text(perDay / 24)}，这样的表过不了这么多，请再看一遍表`,
  }
  return {
    ruleId: `MTR-${suspicion.replaceAll('_', '-')}`,
    action: 'BLOCK',
    message: sentences[suspicion],
    source: suspicion === 'beyond_pipe' ? FLOWS[bounds.kind].source : '本表的历史读数',
    certainty: suspicion === 'beyond_pipe' ? FLOWS[bounds.kind].certainty : 'A',
    inputs: {
      useMilli: claim.useMilli,
      days: Math.round(claim.days * 100) / 100,
      mostPerDayMilli: Math.round(most),
      periods: history.length,
    },
  }
}
