import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/button'
import { press } from '../../components/press'
import type { HandoverPicturesOnTheWay } from './use-handover-pictures'
import './handover.scss'

/** 交接照片 while the list is written: progress, once more where it failed, and out again before it is sent. */
export function HandoverPictures({ pictures }: { pictures: HandoverPicturesOnTheWay }) {
  const { added, uploads, full, add, again, leaveOut } = pictures
  const show = (current: string) => void Taro.previewImage({ current, urls: added.map(({ url }) => url) })
  const out = (id: string, name: string) => (
    <View {...press(() => leaveOut(id))} className="handover-word" aria-label={`移除${name}`}>
      移除
    </View>
  )
  return (
    <>
      <View className="handover-soft">拍下表读数、房间现状和已有损坏，退房时双方以此为依据。</View>
      {added.length + uploads.length > 0 && (
        <View className="handover-pictures">
          {added.map(({ id, url }, index) => (
            <View key={id}>
              <View {...press(() => show(url))} aria-label={`查看交接照片 ${index + 1}`}>
                <Image className="handover-image" src={url} mode="aspectFill" aria-hidden="true" />
              </View>
              {out(id, `交接照片 ${index + 1}`)}
            </View>
          ))}
          {uploads.map(({ id, preview, percent, error }) => (
            <View key={id}>
              <Image className="handover-image handover-waiting" src={preview} mode="aspectFill" aria-hidden="true" />
              {error ? (
                <>
                  <View {...press(() => again(id))} className="handover-word handover-failed">
                    重新上传
                  </View>
                  {out(id, '未上传的照片')}
                </>
              ) : (
                <View className="handover-word figures" role="status">{`上传中 ${percent}%`}</View>
              )}
            </View>
          ))}
        </View>
      )}
      {uploads.some(({ error }) => error) && (
        <View className="handover-failed" role="alert">
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
