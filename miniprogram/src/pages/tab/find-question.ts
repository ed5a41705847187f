import { UNIT_KIND_NAMES, type UnitKind } from '@anju/shared/dwelling/dwelling'
import { yuan } from '@anju/shared/money'

export type Sort = 'newest' | 'rent'
export interface Filters {
  rentFromFen?: number
  rentToFen?: number
  unitKind?: UnitKind
  /** 5 means five or more. */
  bedrooms?: number
}

export const BEDROOM_OPTIONS = [
  { value: '1', label: '1 室' },
  { value: '2', label: '2 室' },
  { value: '3', label: '3 室' },
  { value: '4', label: '4 室' },
  { value: '5', label: '5 室以上' },
] as const

function rentName({ rentFromFen, rentToFen }: Filters): string | undefined {
  if (rentFromFen !== undefined && rentToFen !== undefined) return `${yuan(rentFromFen)}–${yuan(rentToFen)} 元`
  if (rentFromFen !== undefined) return `${yuan(rentFromFen)} 元以上`
  return rentToFen === undefined ? undefined : `${yuan(rentToFen)} 元以内`
}

/** The filters that are on, each with what is left without it. */
export function activeFilters(filters: Filters): { name: string; without: Filters }[] {
  const { rentFromFen, rentToFen, unitKind, bedrooms } = filters
  const rent = rentName(filters)
  const bedroom = BEDROOM_OPTIONS.find(({ value }) => Number(value) === bedrooms)
  return [
    ...(rent ? [{ name: rent, without: { unitKind, bedrooms } }] : []),
    ...(unitKind ? [{ name: UNIT_KIND_NAMES[unitKind], without: { rentFromFen, rentToFen, bedrooms } }] : []),
    ...(bedroom ? [{ name: bedroom.label, without: { rentFromFen, rentToFen, unitKind } }] : []),
  ]
}
