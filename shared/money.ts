import * as z from 'zod'

/** Money is an integer count of fen (分), never a float of yuan. */
export const Fen = z
  .int()
  .min(0, '金额不能为负')
  .max(100_000_000_00, '金额过大')
  .meta({ description: 'integer fen (分)' })
export const PositiveFen = Fen.min(1, '金额须大于零')

/** 123456 → "1,234.56"; whole yuan without decimals: 320000 → "3,200". */
export function yuan(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : ''
  const absolute = Math.abs(amountFen)
  const whole = String(Math.trunc(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = absolute % 100
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`
}

/** "3200", "3,200.5", "￥3200.50" → fen; undefined where the text is no amount with at most two decimals. */
export function parseYuan(text: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，￥¥\s]/g, ''))
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
