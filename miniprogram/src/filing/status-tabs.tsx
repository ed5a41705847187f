import { DESK_STATUSES, FILING_STATUS_NAMES, type FilingStatus } from '@anju/shared/filing/states'
import { Tabs } from '../components/tabs'

interface Props {
  value: FilingStatus
  onChange: (status: FilingStatus) => void
}

const STATUSES = DESK_STATUSES.map((value) => ({ value, label: FILING_STATUS_NAMES[value] }))

/** Which part of the queue. */
export const StatusTabs = (props: Props) => <Tabs<FilingStatus> label="备案状态" options={STATUSES} {...props} />
