import { DomainError } from '../errors'

/** 分摊方式 (CT-16): a fixed sum; equal; by a ratio, of persons or of area; by metered use. */
export const SPLIT_MODES = ['fixed', 'equal', 'ratio', 'metered'] as const
export const RATIOS = ['persons', 'area'] as const
/** How the common part is shared beside metered rooms. */
export const COMMON_KEYS = ['equal', 'persons', 'area', 'metered'] as const
type Key = (typeof COMMON_KEYS)[number]

/**
 * Parts of a whole in the proportion of their weights, in integers that add up: each half up, the rest with the last one.
 * Where the rest would be below zero (a few fen over many rooms), the rooms before the last give it back.
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum <= 0) throw new DomainError('meter.split_nothing')
  const halfUp = (weight: number) =>
    Number((BigInt(2 * weight) * BigInt(whole) + BigInt(sum)) / (BigInt(2) * BigInt(sum)))
  const bearing = weights.reduce((last, weight, index) => (weight > 0 ? index : last), 0)
  const parts = weights.map((weight, index) => (index === bearing ? 0 : halfUp(weight)))
  let rest = whole - parts.reduce((total, part) => total + part, 0)
  for (let index = bearing - 1; rest < 0 && index >= 0; index--) {
    const back = Math.min(parts[index] as number, -rest)
    parts[index] = (parts[index] as number) - back
    rest += back
  }
  parts[bearing] = rest
  return parts
}

export interface SplitRoom {
  roomNo: string
  /** Fixed sum a period. */
  fixedFen: number
  persons: number
  /** ㎡ × 100; null where not measured. */
  areaHundredths: number | null
  /** Use of the room's own meter; null where it has none. */
  useMilli: number | null
}

export interface SplitShare {
  roomNo: string
  /** For what its own meter measured. */
  ownFen: number
  /** Its part of what all use. */
  commonFen: number
  amountFen: number
}

export interface Split {
  shares: SplitShare[]
  /** What the fixed sums leave to the lessor; below zero where they bring in more than the bill. */
  lessorFen: number
  /** 公摊: main meter less rooms, or its own meter; null where rooms are not measured. */
  commonMilli: number | null
}

export interface SplitQuestion {
  amountFen: number
  /** Use of the main meter. */
  mainMilli: number
  /** Use of a separate meter of the common part. */
  commonMeterMilli: number | null
  mode: (typeof SPLIT_MODES)[number]
  ratioBy: (typeof RATIOS)[number]
  commonBy: Key
  rooms: readonly SplitRoom[]
}

function weightsOf(key: Key, rooms: readonly SplitRoom[]): number[] {
  if (key === 'equal') return rooms.map(() => 1)
  if (key === 'persons') return rooms.map((room) => room.persons)
  const wanted = rooms.map((room) => (key === 'area' ? room.areaHundredths : room.useMilli))
  if (wanted.some((each) => each === null))
    throw new DomainError(key === 'area' ? 'meter.split_area' : 'meter.split_room_unread')
  return wanted as number[]
}

/** 分摊: what each room pays of one bill; shares and the lessor's rest always equal the whole. */
export function splitUse(question: SplitQuestion): Split {
  const { amountFen, mainMilli, mode, rooms } = question
  if (rooms.length === 0) throw new DomainError('meter.split_nothing')
  if (mode === 'fixed') {
    const shares = rooms.map(({ roomNo, fixedFen }) => ({
      roomNo,
      ownFen: 0,
      commonFen: fixedFen,
      amountFen: fixedFen,
    }))
    const paid = shares.reduce((sum, share) => sum + share.amountFen, 0)
    return { shares, lessorFen: amountFen - paid, commonMilli: null }
  }
  if (mode !== 'metered') {
    const parts = apportion(amountFen, weightsOf(mode === 'equal' ? 'equal' : question.ratioBy, rooms))
    const shares = rooms.map(({ roomNo }, index) => {
      const part = parts[index] as number
      return { roomNo, ownFen: 0, commonFen: part, amountFen: part }
    })
    return { shares, lessorFen: 0, commonMilli: null }
  }
  const uses = weightsOf('metered', rooms)
  const measured = uses.reduce((sum, use) => sum + use, 0)
  const commonMilli = question.commonMeterMilli ?? mainMilli - measured
  if (commonMilli < 0) throw new DomainError('meter.split_rooms_exceed')
  // A separate common meter: rooms and common part together are the whole, whatever the main meter lost on the way.
  const parts =
    measured + commonMilli === 0 ? [...uses.map(() => 0), amountFen] : apportion(amountFen, [...uses, commonMilli])
  const common = parts.pop() as number
  const commonUnmeasured = question.commonBy === 'metered' && measured === 0
  const commons = apportion(common, commonUnmeasured ? rooms.map(() => 1) : weightsOf(question.commonBy, rooms))
  const shares = rooms.map(({ roomNo }, index) => {
    const [ownFen, commonFen] = [parts[index] as number, commons[index] as number]
    return { roomNo, ownFen, commonFen, amountFen: ownFen + commonFen }
  })
  return { shares, lessorFen: 0, commonMilli }
}
