import { FILING_STATUS_NAMES, FilingStatus } from '@anju/shared/filing/filing'
import { ScrollView, View } from '@tarojs/components'
import { classes } from '../components/classes'
import { press } from '../components/press'
import './status-tabs.scss'

interface Props {
  value: FilingStatus
  onChange: (status: FilingStatus) => void
}

/** Which part of the queue: one of six, side by side. */
export const StatusTabs = ({ value, onChange }: Props) => (
  <ScrollView scrollX className="status-scroll" showScrollbar={false}>
    <View className="status-tabs" role="radiogroup" aria-label="备案状态">
      {FilingStatus.options.map((status) => (
        <View
          key={status}
          {...press(() => onChange(status), { role: 'radio' })}
          className={classes('status-tab', status === value && 'status-tab-on')}
          aria-checked={status === value ? 'true' : 'false'}
        >
          {FILING_STATUS_NAMES[status]}
        </View>
      ))}
    </View>
  </ScrollView>
)
