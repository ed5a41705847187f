import { View } from '@tarojs/components'
import { Icon } from '../components/icon'
import { useHolderId, useHolders } from './hat'
import './acting-strip.scss'

/** Stands on every page while somebody works for a holder: whatever is done there is done for them. */
export function ActingStrip() {
  const holderId = useHolderId()
  const holder = useHolders(holderId !== '').find((each) => each.holderId === holderId)
  if (!holder) return null
  return (
    <View className="acting-strip" role="note">
      <Icon name="people" className="acting-strip-icon" />
      <View>{`代表 ${holder.name} 工作`}</View>
    </View>
  )
}
