import { isDay } from '../day'
import { parseYuan } from '../money'
import type { Column } from './sheets'

/** What a spreadsheet gives for a cell. */
export type CellValue = string | number | boolean | Date | null | undefined
type Read = { value: unknown } | { message: string }

const DAY_MILLIS = 86_400_000
/** Day 0 of a spreadsheet's own count of days. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30)
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

function readDay(cell: CellValue): string | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : iso(cell.getTime())
  if (typeof cell === 'number')
    return cell > 0 && cell < 100_000 ? iso(SHEET_EPOCH + Math.floor(cell) * DAY_MILLIS) : undefined
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(cell).trim())
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : undefined
}

const said = (cell: CellValue): string => (cell === null || cell === undefined ? '' : String(cell).trim())

/** One cell as its column means it: the value, undefined where it is empty, or what is wrong with it. */
export function readCell({ name, kind, required, choices }: Column, cell: CellValue): Read {
  const text = said(cell)
  if (text === '') return required ? { message: `请填写${name}` } : { value: undefined }
  switch (kind) {
    case 'text':
      return { value: text }
    case 'choice': {
      const value = choices?.[text]
      return value === undefined ? { message: `应为：${Object.keys(choices ?? {}).join('、')}` } : { value }
    }
    case 'day': {
      const day = readDay(cell)
      return day && isDay(day) ? { value: day } : { message: '日期应写成 2026-03-10' }
    }
    case 'money': {
      const fen = parseYuan(typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : text)
      return fen === undefined ? { message: '金额应为数字，单位元，最多两位小数' } : { value: fen }
    }
    case 'count':
    case 'area': {
      const number = Number(text)
      if (!Number.isFinite(number)) return { message: '应为数字' }
      return kind === 'count' && !Number.isInteger(number) ? { message: '应为整数' } : { value: number }
    }
  }
}
