import { DESK_STATUSES, FILING_STATUS_NAMES, type FilingStatus } from '@anju/shared/filing/states'
import { ScrollView, View } from '@tarojs/components'
import { classes } from '../components/classes'
import { press } from '../components/press'
import './status-tabs.scss'

interface Props {
  value: FilingStatus
  onChange: (status: FilingStatus) => void
}

/** Which part of the queue: side by side. */
export const StatusTabs = ({ value, onChange }: Props) => (
  <ScrollView scrollX className="status-scroll" showScrollbar={false}>
    <View className="status-tabs" role="radiogroup" aria-label="备案状态">
      {DESK_STATUSES.map((status) => (
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
