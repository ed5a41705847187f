import { View } from '@tarojs/components'
import './figures-table.scss'

interface Props {
  /** What the table is of, for who cannot see it. */
  name: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly string[]; strong?: boolean }[]
}

/** A table of figures; the first cell of a row names it. */
export const FiguresTable = ({ name, heads, rows }: Props) => (
  <View className={`figures-table figures-table-${heads.length}`} role="table" aria-label={name}>
    <View className="figures-row" role="row">
      {heads.map((head) => (
        <View key={head} className="figures-cell" role="columnheader">
          {head}
        </View>
      ))}
    </View>
    {rows.map(({ key, cells, strong }) => (
      <View key={key} className={strong ? 'figures-row figures-strong' : 'figures-row'} role="row">
        {cells.map((cell, index) => (
          <View key={heads[index]} className="figures-cell figures" role={index === 0 ? 'rowheader' : 'cell'}>
            {cell}
          </View>
        ))}
      </View>
    ))}
  </View>
)
