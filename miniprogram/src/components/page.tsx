import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { ActingStrip } from '../person/acting-strip'
import { renewSight, useSight } from '../theme/care'
import { classes } from './classes'
import { PageBar } from './page-bar'
import { PrivacyGate } from './privacy-gate'
import './page.scss'

interface Props {
  /** Only where the title is known late; otherwise the title of the page's config stands. */
  title?: string
  /** 1200 instead of 720 px on a desktop: lists left, detail right. */
  wide?: boolean
  /** Stays at the thumb: the one primary button. */
  footer?: ReactNode
  children: ReactNode
}

export function Page({ title, wide, footer, children }: Props) {
  const { care, scale } = useSight()
  useDidShow(renewSight)
  useEffect(() => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title })
  }, [title])

  return (
    <View
      className={classes('page', wide && 'page-wide', care && 'care')}
      style={scale === 1 ? undefined : ({ '--scale': String(scale) } as CSSProperties)}
    >
      <PageBar title={title} />
      <ActingStrip />
      <View className="page-body" role="main">
        {children}
      </View>
      {footer && (
        <View className="page-footer">
          <View className="page-footer-inner">{footer}</View>
        </View>
      )}
      <PrivacyGate />
    </View>
  )
}
