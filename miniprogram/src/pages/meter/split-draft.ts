import { addMonths, type Day } from '@anju/shared/day'
import type { Room } from '@anju/shared/dwelling/dwelling'
import type { DwellingId } from '@anju/shared/id'
import type { MeterKind } from '@anju/shared/meter/device'
import type { COMMON_KEYS, RATIOS, SPLIT_MODES } from '@anju/shared/meter/split'
import type { SplitPrice } from '@anju/shared/meter/split.routes'
import { today } from './walk'

/** The question as it is put together on the page. */
export interface SplitDraft {
  kind: MeterKind
  from: Day
  to: Day
  price: SplitPrice['by']
  /** Yuan for one unit, as typed. */
  unitPrice: string
  billFen: number | undefined
  mode: (typeof SPLIT_MODES)[number]
  ratioBy: (typeof RATIOS)[number]
  commonBy: (typeof COMMON_KEYS)[number]
  rooms: { roomNo: string; on: boolean; persons: string; fixedFen: number | undefined }[]
}

export const emptyDraft = (rooms: readonly Room[]): SplitDraft => ({
  kind: 'electricity',
  from: addMonths(today(), -1),
  to: today(),
  price: 'tariff',
  unitPrice: '',
  billFen: undefined,
  mode: 'metered',
  ratioBy: 'persons',
  commonBy: 'equal',
  rooms: rooms.map(({ roomNo, originalUse }) => ({
    roomNo,
    on: originalUse === 'bedroom',
    persons: '1',
    fixedFen: undefined,
  })),
})

const priceOf = ({ price, unitPrice, billFen }: SplitDraft): SplitPrice =>
  price === 'unit'
    ? { by: 'unit', priceLi: Math.round(Number(unitPrice) * 1_000) }
    : price === 'bill'
      ? { by: 'bill', amountFen: billFen ?? 0 }
      : { by: 'tariff' }

export const askOf = (dwellingId: DwellingId, draft: SplitDraft) => ({
  dwellingId,
  kind: draft.kind,
  from: draft.from,
  to: draft.to,
  price: priceOf(draft),
  mode: draft.mode,
  ratioBy: draft.ratioBy,
  commonBy: draft.commonBy,
  rooms: draft.rooms
    .filter(({ on }) => on)
    .map(({ roomNo, persons, fixedFen = 0 }) => ({ roomNo, persons: Number(persons) || 0, fixedFen })),
})
