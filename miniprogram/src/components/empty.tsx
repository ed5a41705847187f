import { View } from '@tarojs/components'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import './empty.scss'

interface Props {
  icon?: IconName
  title: string
  hint?: string
  /** The next thing to do. */
  action?: { label: string; onPress: () => void; icon?: IconName }
}

export const Empty = ({ icon = 'document', title, hint, action }: Props) => (
  <View className="empty">
    <View className="empty-ground">
      <Icon name={icon} className="empty-icon" />
    </View>
    <View className="empty-title">{title}</View>
    {hint && <View className="empty-hint">{hint}</View>}
    {action && (
      <View className="empty-action">
        <Button kind="quiet" small icon={action.icon} onPress={action.onPress}>
          {action.label}
        </Button>
      </View>
    )}
  </View>
)
