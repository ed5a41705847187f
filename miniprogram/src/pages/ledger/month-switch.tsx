import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { monthAfter, monthName, thisMonth } from './month'
import './month-switch.scss'

interface Props {
  month: string
  onChange: (month: string) => void
}

/** A month back or forth, never past this one. */
export const MonthSwitch = ({ month, onChange }: Props) => (
  <View className="book-month" role="group" aria-label="月份">
    <View {...press(() => onChange(monthAfter(month, -1)))} className="book-month-step" aria-label="上个月">
      <Icon name="back" />
    </View>
    <View className="book-month-name figures" role="status">
      {monthName(month)}
    </View>
    <View
      {...press(() => onChange(monthAfter(month, 1)), { disabled: month >= thisMonth() })}
      className="book-month-step"
      aria-label="下个月"
    >
      <Icon name="chevron" />
    </View>
  </View>
)
