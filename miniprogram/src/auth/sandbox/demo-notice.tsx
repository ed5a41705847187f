import { View } from '@tarojs/components'
import { Tag } from '../../components/tag'

/** 演示环境: nobody may take it for the real WeChat. */
export const DemoNotice = () => (
  <View role="note">
    <Tag tone="warn">演示环境，微信由程序扮演</Tag>
  </View>
)
