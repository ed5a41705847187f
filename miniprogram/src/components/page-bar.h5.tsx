import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Icon } from './icon'
import { press } from './press'
import '../theme/browser.scss'
import './page-bar.scss'

const HOME = '/pages/tab/find'
const TABS = '/pages/tab/'

const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: HOME })
}

export function PageBar({ title }: { title?: string }) {
  const [here] = useState(() => {
    const { page, router } = Taro.getCurrentInstance()
    return { title: page?.config?.navigationBarTitleText, isTab: router?.path.startsWith(TABS) }
  })
  return (
    <View className="page-bar" role="banner">
      <View className="page-bar-inner">
        {!here.isTab && (
          <View {...press(goBack)} className="page-bar-back" aria-label="返回">
            <Icon name="back" />
          </View>
        )}
        <View className="page-bar-title" role="heading" aria-level="1">
          {title ?? here.title}
        </View>
      </View>
    </View>
  )
}
