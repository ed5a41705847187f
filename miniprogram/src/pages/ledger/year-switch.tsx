import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { thisMonth } from './month'
import './month-switch.scss'

interface Props {
  year: string
  onChange: (year: string) => void
}

export const thisYear = (): string => thisMonth().slice(0, 4)
const after = (year: string, years: number): string => String(Number(year) + years)

/** A year back or forth, never past this one. */
export const YearSwitch = ({ year, onChange }: Props) => (
  <View className="book-month" role="group" aria-label="年份">
    <View {...press(() => onChange(after(year, -1)))} className="book-month-step" aria-label="上一年">
      <Icon name="back" />
    </View>
    <View className="book-month-name figures" role="status">
      {year} 年
    </View>
    <View
      {...press(() => onChange(after(year, 1)), { disabled: year >= thisYear() })}
      className="book-month-step"
      aria-label="下一年"
    >
      <Icon name="chevron" />
    </View>
  </View>
)
