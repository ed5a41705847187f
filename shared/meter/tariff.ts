import { addDays, type Day, daysBetween } from '../day'
import type { Certainty, RuleHit } from '../rule'
import type { MeterKind } from './device'
import { MILLI } from './device'

/** One step of a price: up to how much in a billing year, and for how much a unit. */
export interface Tier {
  /** Thousandths of m³ or kWh used since the year began; the last step has no end. */
  upToMilli: number | null
  /** 厘, thousandths of a yuan, for one m³ or kWh; of an electricity meter of two rates the peak price. */
  priceLi: number
  valleyPriceLi?: number
}

/** 阶梯价格表: a city's price with its source, how sure, and from when. */
export interface Tariff {
  kind: MeterKind
  region: string
  tiers: readonly Tier[]
  source: string
  certainty: Certainty
  effectiveFrom: Day
  effectiveTo?: Day
  note: string
}

export const TARIFFS: readonly Tariff[] = [
  {
    kind: 'water',
    region: '31',
    tiers: [
      { upToMilli: 220 * MILLI, priceLi: 4_050 },
      { upToMilli: 300 * MILLI, priceLi: 5_800 },
      { upToMilli: null, priceLi: 8_790 },
    ],
    source: '上海市居民生活用水阶梯综合水价',
    certainty: 'S',
    effectiveFrom: '2021-11-01',
    note: '含供水与排水；一户一表、管道供水',
  },
  {
    kind: 'electricity',
    region: '31',
    tiers: [
      { upToMilli: 3_120 * MILLI, priceLi: 617, valleyPriceLi: 307 },
      { upToMilli: 4_800 * MILLI, priceLi: 677, valleyPriceLi: 337 },
      { upToMilli: null, priceLi: 977, valleyPriceLi: 487 },
    ],
    source: '上海市居民生活用电分时阶梯电价',
    certainty: 'S',
    effectiveFrom: '2012-07-01',
    note: '峰时 6 点至 22 点；未分时的按峰时价列示',
  },
  {
    kind: 'gas',
    region: '31',
    tiers: [
      { upToMilli: 310 * MILLI, priceLi: 3_000 },
      { upToMilli: 520 * MILLI, priceLi: 3_300 },
      { upToMilli: null, priceLi: 4_200 },
    ],
    source: '上海市居民用户天然气阶梯价格',
    certainty: 'S',
    effectiveFrom: '2014-09-01',
    note: '2014 年的价格，之后是否调整请核对账单；五人以上家庭每档另加 150 立方米',
  },
]

/** The price in force in a town on a day; undefined where we know none. */
export const tariffFor = (
  kind: MeterKind,
  region: string,
  on: Day,
  tariffs: readonly Tariff[] = TARIFFS,
): Tariff | undefined =>
  tariffs.find(
    (tariff) =>
      tariff.kind === kind &&
      region.startsWith(tariff.region) &&
      tariff.effectiveFrom <= on &&
      (tariff.effectiveTo === undefined || on <= tariff.effectiveTo),
  )

/** One line of what a use costs. */
export interface TariffLine {
  from: Day
  to: Day
  /** Which step, counted from 1; absent at a price of one's own. */
  tier?: number
  rate: 'all' | 'peak' | 'valley'
  useMilli: number
  priceLi: number
  amountFen: number
}

/** micro-yuan → fen, half up. */
const fenOf = (useMilli: number, priceLi: number): number => Math.floor((useMilli * priceLi + 5_000) / 10_000)

/**
 * What a use costs that comes after `before` in the billing year. Months of one year add up to the year to the fen, since
 * each line is the difference of two sums. Where two rates are measured, the off-peak part falls on each step in the
 * proportion of the period (our choice: the published rule does not say), each line half up.
 */
export function costOf(
  tariff: Pick<Tariff, 'tiers'>,
  beforeMilli: number,
  use: { useMilli: number; valleyMilli?: number | undefined },
  span: { from: Day; to: Day },
): TariffLine[] {
  const after = beforeMilli + use.useMilli
  let valleyLeft = use.valleyMilli
  return tariff.tiers.flatMap((tier, index): TariffLine[] => {
    const floor = index === 0 ? 0 : (tariff.tiers[index - 1]?.upToMilli ?? 0)
    const from = Math.max(beforeMilli, floor) - floor
    const to = Math.min(after, tier.upToMilli ?? Number.POSITIVE_INFINITY) - floor
    const inside = to - from
    if (inside <= 0) return []
    const line = { ...span, tier: index + 1 }
    if (valleyLeft === undefined || use.valleyMilli === undefined || tier.valleyPriceLi === undefined) {
      const amountFen = fenOf(to, tier.priceLi) - fenOf(from, tier.priceLi)
      return [{ ...line, rate: 'all', useMilli: inside, priceLi: tier.priceLi, amountFen }]
    }
    const last = after <= (tier.upToMilli ?? Number.POSITIVE_INFINITY)
    const valley = last ? valleyLeft : Math.min(valleyLeft, Math.round((inside / use.useMilli) * use.valleyMilli))
    valleyLeft -= valley
    const rates = [
      { rate: 'peak' as const, useMilli: inside - valley, priceLi: tier.priceLi },
      { rate: 'valley' as const, useMilli: valley, priceLi: tier.valleyPriceLi },
    ]
    return rates
      .filter(({ useMilli }) => useMilli > 0)
      .map((each) => ({ ...line, ...each, amountFen: fenOf(each.useMilli, each.priceLi) }))
  })
}

/** A use between two readings, cut where the year turns or a price changes: by days, the rest on the last part. */
export interface Piece {
  from: Day
  to: Day
  useMilli: number
  valleyMilli?: number
}

/** What lies between two readings begins the day after the earlier one. */
const dayAfter = (from: Day, to: Day): Day => (from < to ? addDays(from, 1) : to)

/** `from` is the day of the earlier reading. */
export function piecesOf(
  from: Day,
  to: Day,
  use: { useMilli: number; valleyMilli?: number | undefined },
  changesOn: readonly Day[] = [],
): Piece[] {
  const first = dayAfter(from, to)
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(first.slice(0, 4)) },
    (_, index) => `${Number(first.slice(0, 4)) + index + 1}-01-01`,
  )
  const starts = [first, ...new Set([...years, ...changesOn].filter((day) => day > first && day <= to))].sort()
  const days = Math.max(1, daysBetween(from, to))
  let [left, valleyLeft] = [use.useMilli, use.valleyMilli]
  return starts.map((start, index) => {
    const end = index === starts.length - 1 ? to : addDays(starts[index + 1] as Day, -1)
    const passed = daysBetween(from, end)
    const last = index === starts.length - 1
    const gone = (whole: number, rest: number) => (last ? rest : Math.round((whole * passed) / days) - (whole - rest))
    const useMilli = gone(use.useMilli, left)
    left -= useMilli
    if (use.valleyMilli === undefined || valleyLeft === undefined) return { from: start, to: end, useMilli }
    const valleyMilli = gone(use.valleyMilli, valleyLeft)
    valleyLeft -= valleyMilli
    return { from: start, to: end, useMilli, valleyMilli }
  })
}

/**
 * The lines of a use by the tables in force; tiers run on from what the year had already used.
 * Undefined where some day has no table.
 */
export function costByTariff(
  kind: MeterKind,
  region: string,
  span: { from: Day; to: Day },
  use: { useMilli: number; valleyMilli?: number | undefined },
  usedBeforeMilli: number,
  tariffs: readonly Tariff[] = TARIFFS,
): TariffLine[] | undefined {
  const changes = tariffs
    .filter((tariff) => tariff.kind === kind && region.startsWith(tariff.region))
    .map((tariff) => tariff.effectiveFrom)
  const lines: TariffLine[] = []
  let before = usedBeforeMilli
  let year = dayAfter(span.from, span.to).slice(0, 4)
  for (const piece of piecesOf(span.from, span.to, use, changes)) {
    const tariff = tariffFor(kind, region, piece.from, tariffs)
    if (!tariff) return undefined
    if (piece.from.slice(0, 4) !== year) before = 0
    year = piece.from.slice(0, 4)
    lines.push(...costOf(tariff, before, piece, piece))
    before += piece.useMilli
  }
  return lines
}

/** 单价提示 (CT-15): a price of one's own is allowed, above the city's dearest step it is told. */
export function checkUnitPrice(kind: MeterKind, region: string, on: Day, priceLi: number): RuleHit[] {
  const tariff = tariffFor(kind, region, on)
  const dearest = tariff?.tiers.at(-1)?.priceLi
  if (!tariff || dearest === undefined || priceLi <= dearest) return []
  return [
    {
      ruleId: 'CT-15',
      action: 'WARN',
      message: `单价 ${(priceLi / MILLI).toFixed(3)} 元高于本市最高一档 ${(dearest / MILLI).toFixed(3)} 元，请降低单价或向租客说明理由`,
      source: tariff.source,
      certainty: tariff.certainty,
      inputs: { priceLi, dearestLi: dearest, effectiveFrom: tariff.effectiveFrom },
    },
  ]
}
