import type { Output } from '@anju/shared/contract/route'
import {
  type Dwelling,
  ROOM_USE_NAMES,
  roomOf,
  type Unit,
  unitName,
  unitsOverlap,
} from '@anju/shared/dwelling/dwelling'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { Tone } from '../../components/tag'

export type UnitState = Output<typeof dwellingRoutes.readBoard>['units'][number]

const WORDS: Record<UnitState['state'], { word: string; tone: Tone }> = {
  let: { word: '已出租', tone: 'done' },
  listed: { word: '已挂牌', tone: 'waiting' },
  vacant: { word: '空置', tone: 'warn' },
  not_lettable: { word: '不可出租', tone: 'quiet' },
}

export const stateOf = ({ state, until }: UnitState) => ({
  tone: WORDS[state].tone,
  word: until ? `${WORDS[state].word}至 ${until}` : WORDS[state].word,
})

/** "卧室 · 14.2 ㎡"; of the whole home its layout. */
export function unitFacts(dwelling: Dwelling, unit: Unit): string {
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

/** What stands in the way of letting a vacant unit: space it shares that is let or advertised already. */
export function obstacle(state: UnitState, all: readonly UnitState[]): string | undefined {
  const other = all.find(
    (each) =>
      each !== state && (each.state === 'let' || each.state === 'listed') && unitsOverlap(each.unit, state.unit),
  )
  return other && `${unitName(other.unit)}${WORDS[other.state].word}`
}

/** "2 处已出租 · 1 处已挂牌 · 1 处空置". */
export function summaryOf(units: readonly UnitState[]): string {
  const count = (state: UnitState['state']) =>
    units.filter((unit) => unit.state === state && !obstacle(unit, units)).length
  return (['let', 'listed', 'vacant'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} 处${WORDS[state].word}`)
    .join(' · ')
}
