import type { PictureId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { press } from '../../components/press'
import { useCall } from '../../use-call'
import './handover.scss'

/** One picture of a list. Read by its id: after a renewal the list still shows the pictures of the lease before. */
export function HandoverPhoto({ pictureId, name }: { pictureId: PictureId; name: string }) {
  const { data, error, refetch } = useCall(pictureRoutes.readPicture, { pictureId })
  if (error)
    return (
      <View {...press(() => void refetch())} className="handover-image handover-word handover-failed">
        重新加载
      </View>
    )
  if (!data) return <View className="handover-image handover-waiting" aria-label={`${name}加载中`} />
  const { url } = data
  return (
    <View {...press(() => void Taro.previewImage({ current: url, urls: [url] }))} aria-label={`查看${name}`}>
      <Image className="handover-image" src={url} mode="aspectFill" aria-hidden="true" />
    </View>
  )
}
