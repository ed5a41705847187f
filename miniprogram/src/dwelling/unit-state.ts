import { BOARD_STATE_NAMES, type BoardState, type UnitState } from '@anju/shared/dwelling/board'
import { type Dwelling, ROOM_USE_NAMES, roomOf, type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import type { Tone } from '../components/tag'

const TONES: Record<BoardState, Tone> = {
  let: 'done',
  notice: 'waiting',
  held_over: 'danger',
  works: 'waiting',
  listed: 'waiting',
  vacant: 'warn',
  covered: 'quiet',
  not_lettable: 'quiet',
}

/** "已出租至 2027-11-30", "空置 12 天", and the tone that goes with it. */
export function stateOf({ state, until, vacantDays }: UnitState): { tone: Tone; word: string } {
  const name = BOARD_STATE_NAMES[state]
  if (state === 'vacant' || state === 'listed')
    return { tone: TONES[state], word: vacantDays ? `${name} ${vacantDays} 天` : name }
  if (state === 'notice') return { tone: TONES[state], word: `${name}，${until} 退` }
  if (state === 'held_over') return { tone: TONES[state], word: `${name}（${until} 到期）` }
  return { tone: TONES[state], word: until ? `${name}至 ${until}` : name }
}

/** "已出租，至 11-30", "空置 12 天": for a small place. */
export function shortState({ state, until, vacantDays, nextFrom }: UnitState): string {
  const name = BOARD_STATE_NAMES[state]
  const short = (day: string) => day.slice(2)
  if (state === 'vacant' || state === 'listed') return vacantDays ? `${name} ${vacantDays} 天` : name
  if (state === 'let' && nextFrom) return `${short(nextFrom)} 起租`
  return until ? `${name} 至 ${short(until)}` : name
}

/** "卧室 · 14.2 ㎡"; of the whole home its layout. */
export function unitFacts(dwelling: Pick<Dwelling, 'rooms' | 'buildingAreaSquareMetres'>, unit: Unit): string {
  const room = roomOf(dwelling, unit)
  if (!room) {
    const bedrooms = dwelling.rooms.filter(({ originalUse }) => originalUse === 'bedroom').length
    const area = dwelling.buildingAreaSquareMetres
    return [`${bedrooms} 间卧室`, area ? `建筑面积 ${area} ㎡` : '建筑面积未填写'].join(' · ')
  }
  const area = room.usableAreaSquareMetres
  return unit.kind === 'bed'
    ? '床位'
    : [ROOM_USE_NAMES[room.originalUse], area === null ? '未测量' : `${area} ㎡`].join(' · ')
}

/** What stands in the way of letting a unit, in words. */
export const obstacle = ({ coveredBy, rules, what, nextFrom }: UnitState): string | undefined =>
  coveredBy
    ? `${unitName(coveredBy)}已出租或已挂牌`
    : (rules?.[0]?.message ?? what ?? (nextFrom ? `${nextFrom} 起已签约` : undefined))

const COUNTED: readonly BoardState[] = ['let', 'notice', 'held_over', 'works', 'listed', 'vacant']

/** "2 处已出租 · 1 处已挂牌 · 1 处空置"; the whole home counts only where it is let or advertised as one. */
export function summaryOf(units: readonly UnitState[]): string {
  const counted = units.filter(({ unit, state }) => unit.kind !== 'whole' || !['vacant', 'works'].includes(state))
  return COUNTED.map((state) => [state, counted.filter((unit) => unit.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} 处${BOARD_STATE_NAMES[state]}`)
    .join(' · ')
}
