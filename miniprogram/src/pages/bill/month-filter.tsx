import { addMonths, monthOf } from '@anju/shared/day'
import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { today } from '../../lease/lease-words'

interface Props {
  /** Absent: of all months. */
  month: string | undefined
  onChange: (month: string | undefined) => void
}

/** In which month bills fall due, or in any. */
export function MonthFilter({ month, onChange }: Props) {
  const shown = month ?? monthOf(today())
  const step = (by: number) => onChange(monthOf(addMonths(`${shown}-01`, by)))
  const name = month ? `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月` : '全部月份'
  return (
    <View className="bill-filters">
      <View className="bill-month" role="group" aria-label="应付月份">
        <View {...press(() => step(-1))} className="bill-month-step" aria-label="上个月">
          <Icon name="back" />
        </View>
        <View className="bill-month-name figures" role="status">
          {name}
        </View>
        <View {...press(() => step(1))} className="bill-month-step" aria-label="下个月">
          <Icon name="chevron" />
        </View>
      </View>
      <View
        {...press(() => onChange(month ? undefined : shown))}
        className="bill-month-all"
        aria-pressed={month ? 'false' : 'true'}
      >
        全部
      </View>
    </View>
  )
}
