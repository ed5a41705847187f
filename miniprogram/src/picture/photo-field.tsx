import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../components/button'
import { press } from '../components/press'
import './photo.scss'
import type { Photos } from './use-photos'

interface Props {
  photos: Photos
  /** What a picture shows, for who cannot see it. */
  name: string
  hint: string
}

/** 照片 that go with what is being written: progress, once more where it failed, and out again before it is sent. */
export function PhotoField({ photos, name, hint }: Props) {
  const { added, uploads, full, add, again, leaveOut } = photos
  const show = (current: string) => void Taro.previewImage({ current, urls: added.map(({ url }) => url) })
  const out = (id: string, what: string) => (
    <View {...press(() => leaveOut(id))} className="photo-word" aria-label={`移除${what}`}>
      移除
    </View>
  )
  return (
    <>
      <View className="soft">{hint}</View>
      {added.length + uploads.length > 0 && (
        <View className="photos">
          {added.map(({ id, url }, index) => (
            <View key={id}>
              <View {...press(() => show(url))} aria-label={`查看${name}照片 ${index + 1}`}>
                <Image className="photo" src={url} mode="aspectFill" aria-hidden="true" />
              </View>
              {out(id, `${name}照片 ${index + 1}`)}
            </View>
          ))}
          {uploads.map(({ id, preview, percent, error }) => (
            <View key={id}>
              <Image className="photo photo-waiting" src={preview} mode="aspectFill" aria-hidden="true" />
              {error ? (
                <>
                  <View {...press(() => again(id))} className="photo-word photo-error">
                    重新上传
                  </View>
                  {out(id, '未上传的照片')}
                </>
              ) : (
                <View className="photo-word figures" role="status">{`上传中 ${percent}%`}</View>
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
      {!full && (
        <View>
          <Button kind="quiet" small icon="camera" onPress={add}>
            添加照片
          </Button>
        </View>
      )}
    </>
  )
}
