import { View } from '@tarojs/components'
import './bars.scss'

interface Bar {
  label: string
  value: number
  /** The value as the person reads it: "¥3,200", "12 件". */
  text: string
}

interface Props {
  bars: readonly Bar[]
  /** The chart in one sentence: on screen, and all a screen reader says. */
  summary: string
}

const LEAST_PERCENT = 1

/** A bar chart of Views; negative values are drawn as nothing. */
export function Bars({ bars, summary }: Props) {
  const highest = Math.max(...bars.map((bar) => bar.value), 0)
  const width = (value: number) => (value <= 0 ? 0 : Math.max((value / highest) * 100, LEAST_PERCENT))
  return (
    <View
      className="bars"
      role="img"
      aria-label={`${summary}：${bars.map((bar) => `${bar.label} ${bar.text}`).join('，')}`}
    >
      <View className="bars-summary">{summary}</View>
      {bars.map((bar) => (
        <View key={bar.label} className="bar" aria-hidden="true">
          <View className="bar-label">{bar.label}</View>
          <View className="bar-ground">
            <View className="bar-fill" style={{ width: `${width(bar.value)}%` }} />
          </View>
          <View className="bar-text figures">{bar.text}</View>
        </View>
      ))}
    </View>
  )
}
