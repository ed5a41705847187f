import type { AboutId, PicturePurpose, ShownPicture } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { sentenceOf } from '../call-error'
import { Button } from '../components/button'
import { confirm, toast } from '../components/feedback'
import { press } from '../components/press'
import { useCommand, usePages } from '../use-call'
import { PICTURE_STATE_WORDS } from './picture-state'
import { useUploads } from './use-uploads'
import './gallery.scss'
import './photo.scss'

interface Props {
  aboutId: AboutId
  purpose: PicturePurpose
  /** Only pictures of this room, and new ones belong to it; `null`: of none. */
  roomNo?: string | null
  /** What a picture shows, for who cannot see it. */
  name: string
  fixed?: boolean
}

/** The pictures of a home, a room or a lease, and a way to add more. */
export function Gallery({ aboutId, purpose, roomNo, name, fixed }: Props) {
  const pages = usePages(pictureRoutes.listPictures, { aboutId, purpose, limit: 50 })
  const remove = useCommand(pictureRoutes.removePicture)
  const { uploads, add, again } = useUploads({ aboutId, purpose, roomNo: roomNo ?? undefined })
  const pictures = pages.items.filter((picture) => roomNo === undefined || (picture.roomNo ?? null) === roomNo)
  const show = (picture: ShownPicture) =>
    void Taro.previewImage({ current: picture.url, urls: pictures.map(({ url }) => url) })
  const drop = async ({ id, version }: ShownPicture) => {
    if (!(await confirm({ title: '删除这张照片？', content: '删除后不能恢复。', yes: '删除' }))) return
    await remove.run({ pictureId: id, version }).catch((error: unknown) => toast(sentenceOf(error)))
  }
  return (
    <View className="gallery">
      {pictures.length + uploads.length > 0 && (
        <View className="photos">
          {pictures.map((picture, index) => (
            <View key={picture.id}>
              <View {...press(() => show(picture))} aria-label={`查看${name}照片 ${index + 1}`}>
                <Image className="photo" src={picture.url} mode="aspectFill" aria-hidden="true" />
              </View>
              {!fixed && purpose !== 'handover' && purpose !== 'complaint' && (
                <View
                  {...press(() => void drop(picture))}
                  className="photo-word"
                  aria-label={`删除${name}照片 ${index + 1}`}
                >
                  删除
                </View>
              )}
              {picture.state !== 'shown' && (
                <View className="photo-word" role="status">
                  {PICTURE_STATE_WORDS[picture.state]}
                </View>
              )}
            </View>
          ))}
          {uploads.map((upload) => (
            <View key={upload.id}>
              <Image className="photo photo-waiting" src={upload.preview} mode="aspectFill" aria-hidden="true" />
              {upload.error ? (
                <View {...press(() => again(upload.id))} className="photo-word photo-error" role="button">
                  重新上传
                </View>
              ) : (
                <View className="photo-word figures" role="status">{`上传中 ${upload.percent}%`}</View>
              )}
            </View>
          ))}
        </View>
      )}
      {uploads.some(({ error }) => error) && (
        <View className="photo-error" role="alert">
          {uploads.find(({ error }) => error)?.error}
        </View>
      )}
      {!fixed && (
        <View>
          <Button kind="quiet" small icon="camera" onPress={add}>
            添加照片
          </Button>
        </View>
      )}
    </View>
  )
}
