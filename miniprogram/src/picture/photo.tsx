import type { PictureId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { press } from '../components/press'
import { useCall } from '../use-call'
import './photo.scss'

/** One picture, read by its id: what it belongs to may be a lease before this one. */
export function Photo({ pictureId, name }: { pictureId: PictureId; name: string }) {
  const { data, error, refetch } = useCall(pictureRoutes.readPicture, { pictureId })
  if (error)
    return (
      <View {...press(() => void refetch())} className="photo photo-failed">
        重新加载
      </View>
    )
  if (!data) return <View className="photo photo-waiting" aria-label={`${name}加载中`} />
  const { url } = data
  return (
    <View {...press(() => void Taro.previewImage({ current: url, urls: [url] }))} aria-label={`查看${name}`}>
      <Image className="photo" src={url} mode="aspectFill" aria-hidden="true" />
    </View>
  )
}
