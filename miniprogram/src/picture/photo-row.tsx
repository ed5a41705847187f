import type { ShownPicture } from '@anju/shared/picture/picture'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { press } from '../components/press'
import { PICTURE_STATE_WORDS } from './picture-state'
import './photo.scss'

/** Pictures that are there, to be looked at in full. */
export function PhotoRow({ pictures, name }: { pictures: readonly ShownPicture[]; name: string }) {
  if (pictures.length === 0) return null
  const show = (current: string) => void Taro.previewImage({ current, urls: pictures.map(({ url }) => url) })
  return (
    <View className="photos">
      {pictures.map(({ id, url, state }, index) => (
        <View key={id} {...press(() => show(url))} aria-label={`查看${name}照片 ${index + 1}`}>
          <Image className="photo" src={url} mode="aspectFill" aria-hidden="true" />
          {state !== 'shown' && <View className="soft">{PICTURE_STATE_WORDS[state]}</View>}
        </View>
      ))}
    </View>
  )
}
