import { View } from '@tarojs/components'
import { Tag } from '../../components/tag'
import './demo-notice.scss'

/** 演示环境: nobody may take it for the real WeChat. */
export const DemoNotice = () => (
  <View className="demo-notice" role="note">
    <Tag tone="warn">演示环境</Tag>
    <View>微信由程序扮演，人物都是虚构的</View>
  </View>
)
