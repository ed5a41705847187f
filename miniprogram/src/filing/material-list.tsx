import { MATERIAL_NAMES, MATERIAL_STATE_NAMES, type MaterialCode } from '@anju/shared/filing/material'
import { materialRoutes, type ShownPoint } from '@anju/shared/filing/material.routes'
import type { FilingId } from '@anju/shared/id'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Card } from '../components/card'
import { Loaded } from '../components/loaded'
import { press } from '../components/press'
import { Tag, type Tone } from '../components/tag'
import { useCall } from '../use-call'
import './material-list.scss'

const TONES: Record<ShownPoint['state'], Tone> = { held: 'done', handed_in: 'done', at_window: 'warn' }
type Page = ShownPoint['files'][number]

const show = (pages: readonly Page[], current: string) =>
  void Taro.previewImage({
    current,
    urls: pages.flatMap(({ url, mediaType }) => (url && mediaType === 'image/jpeg' ? [url] : [])),
  })

interface PointProps {
  point: ShownPoint
  /** What may be done with one page, where anything may. */
  actions?: ((page: Page) => ReactNode) | undefined
  children?: ReactNode
}

/** One material: what it is for, whether it is there, and its pages for who may see them. */
const MaterialPoint = ({ point: { code, state, required, because, files }, actions, children }: PointProps) => (
  <View className="material">
    <View className="material-head">
      <View className="material-name">
        {MATERIAL_NAMES[code]}
        {!required && '（可选）'}
      </View>
      <Tag tone={!required && state === 'at_window' ? 'quiet' : TONES[state]}>
        {!required && state === 'at_window' ? '未附' : MATERIAL_STATE_NAMES[state]}
      </Tag>
    </View>
    <View className="material-note">{because}</View>
    {files.length > 0 && (
      <View className="material-pages">
        {files.map((page, index) => (
          <View key={page.sha256} className="material-page">
            {page.url && page.mediaType === 'image/jpeg' ? (
              <View
                {...press(() => show(files, String(page.url)))}
                aria-label={`查看${MATERIAL_NAMES[code]}第 ${index + 1} 页`}
              >
                <Image className="material-image" src={page.url} mode="aspectFill" aria-hidden="true" />
              </View>
            ) : (
              <View className="material-paper">
                {page.mediaType === 'application/pdf' ? `PDF ${page.pages} 页` : '已上传'}
              </View>
            )}
            {actions?.(page)}
          </View>
        ))}
      </View>
    )}
    {children}
  </View>
)

interface Props {
  filingId: FilingId
  /** What stands under a material and a page while the case is being filled in. */
  adding?: (point: ShownPoint) => ReactNode
  actions?: (code: MaterialCode, page: Page) => ReactNode
}

/** 备案材料: what this case needs, and what is there. */
export function MaterialList({ filingId, adding, actions }: Props) {
  const list = useCall(materialRoutes.listMaterials, { filingId })
  return (
    <Card title="备案材料">
      <Loaded call={list}>
        {({ points }) => (
          <View className="materials">
            {points.map((point) => (
              <MaterialPoint key={point.code} point={point} actions={actions && ((page) => actions(point.code, page))}>
                {adding?.(point)}
              </MaterialPoint>
            ))}
          </View>
        )}
      </Loaded>
    </Card>
  )
}
