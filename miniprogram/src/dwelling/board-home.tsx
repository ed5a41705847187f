import { BOARD_STATE_NAMES, type BoardState, type UnitState } from '@anju/shared/dwelling/board'
import { unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import type { BoardHome } from '@anju/shared/dwelling/dwelling.routes'
import { Image, View } from '@tarojs/components'
import { Icon } from '../components/icon'
import { press } from '../components/press'
import { open } from '../lease/paths'
import { shortState } from './unit-state'

/** The shape beside each word of the legend: the colour only helps. */
const MARKS: Record<BoardState, string> = {
  let: '●',
  notice: '◐',
  held_over: '▲',
  works: '◆',
  listed: '◎',
  vacant: '○',
  covered: '–',
  not_lettable: '×',
}

/** What a card shows of a home: whatever does something, and no unit twice. */
const shownUnits = ({ units }: BoardHome): UnitState[] => {
  const whole = units.find(({ unit }) => unit.kind === 'whole')
  if (whole && whole.state !== 'covered' && whole.state !== 'vacant' && whole.state !== 'works') return [whole]
  const parts = units.filter(({ unit, state }) => unit.kind !== 'whole' && state !== 'not_lettable')
  return parts.filter(
    ({ unit, state }) =>
      state !== 'covered' ||
      !parts.some(
        (other) =>
          other.unit.kind === 'bed' && 'roomNo' in unit && 'roomNo' in other.unit && other.unit.roomNo === unit.roomNo,
      ),
  )
}

function Unit({ state, cover }: { state: UnitState; cover?: string | undefined }) {
  return (
    <View className={`board-unit board-unit-${state.state}`}>
      {cover ? (
        <Image className="board-cover" src={cover} mode="aspectFill" aria-hidden="true" />
      ) : (
        <View className="board-cover board-cover-none" aria-hidden="true">
          <Icon name="camera" />
        </View>
      )}
      <View className="board-unit-words">
        <View className="board-unit-name">{unitName(state.unit)}</View>
        <View className="board-unit-state figures">{`${MARKS[state.state]} ${shortState(state)}`}</View>
        {state.lesseeName && <View className="board-unit-who">{state.lesseeName}</View>}
      </View>
    </View>
  )
}

const roomOfAddress = (addressText: string): string => /([^号]*)$/.exec(addressText)?.[1] || addressText

/** One home on the board: its units with state and first picture. */
export function BoardHomeCard({ home }: { home: BoardHome }) {
  const units = shownUnits(home)
  const coverOf = ({ unit }: UnitState) =>
    home.covers.find(({ roomNo }) => (unit.kind === 'whole' ? roomNo === undefined : roomNo === unit.roomNo))?.url
  return (
    <View {...press(() => open(`/pages/dwelling/board?id=${home.id}`), { role: 'link' })} className="board-home">
      <View className="board-home-name">
        {roomOfAddress(home.addressText)}
        {home.propertyKind === 'dormitory' ? ' · 宿舍型' : ''}
      </View>
      <View className="board-home-units">
        {units.map((state) => (
          <Unit key={unitKey(state.unit)} state={state} cover={coverOf(state)} />
        ))}
      </View>
    </View>
  )
}

/** What the marks mean, in words. */
export const BoardLegend = ({ counts }: { counts: ReadonlyMap<BoardState, number> }) => (
  <View className="board-legend figures">
    {[...counts].map(([state, count]) => (
      <View key={state} className={`board-key board-unit-${state}`}>
        {`${MARKS[state]} ${BOARD_STATE_NAMES[state]} ${count}`}
      </View>
    ))}
  </View>
)

/** How many units do what, as the cards show them. */
export function countsOf(homes: readonly BoardHome[]): Map<BoardState, number> {
  const counts = new Map<BoardState, number>()
  for (const { state } of homes.flatMap(shownUnits)) counts.set(state, (counts.get(state) ?? 0) + 1)
  return new Map([...counts].sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other)))
}
const ORDER = Object.keys(MARKS) as BoardState[]
