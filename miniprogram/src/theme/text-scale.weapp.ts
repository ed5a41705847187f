import Taro from '@tarojs/taro'

/** 我 → 设置 → 字体大小: how much larger than usual WeChat writes. */
export const readTextScale = (): number =>
  (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1
