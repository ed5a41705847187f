import type { AboutId, PicturePurpose, ShownPicture } from '@anju/shared/picture/picture'
import { MOST_REPAIR_PICTURES } from '@anju/shared/repair/repair'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { press } from '../../components/press'
import { type Upload, useUploads } from '../../picture/use-uploads'
import './repair.scss'

export interface Photos {
  pictureIds: ShownPicture['id'][]
  sending: boolean
  added: readonly ShownPicture[]
  uploads: readonly Upload[]
  add: () => void
  again: (id: string) => void
  leaveOut: (id: string) => void
}

/** Pictures that go with what is being written; part of it only when it is sent. */
export function usePhotos(aboutId: AboutId, purpose: PicturePurpose = 'repair'): Photos {
  const [arrived, setArrived] = useState<readonly ShownPicture[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const { uploads, add, again } = useUploads({ aboutId, purpose, most: MOST_REPAIR_PICTURES }, (picture) =>
    setArrived((before) => [...before, picture]),
  )
  const stays = ({ id }: { id: string }) => !left.includes(id)
  const added = arrived.filter(stays).slice(0, MOST_REPAIR_PICTURES)
  const waiting = uploads.filter(stays)
  return {
    pictureIds: added.map(({ id }) => id),
    sending: waiting.some(({ error }) => !error),
    added,
    uploads: waiting,
    add,
    again,
    leaveOut: (id) => setLeft((before) => [...before, id]),
  }
}

/** Chosen or taken, each with its progress, once more where it failed. */
export function PhotoField({ photos, hint }: { photos: Photos; hint: string }) {
  const { added, uploads, add, again, leaveOut } = photos
  const out = (id: string, name: string) => (
    <View {...press(() => leaveOut(id))} className="repair-word" aria-label={`移除${name}`}>
      移除
    </View>
  )
  return (
    <View>
      <View className="repair-soft">{hint}</View>
      {added.length + uploads.length > 0 && (
        <View className="repair-pictures">
          {added.map(({ id, url }, index) => (
            <View key={id}>
              <Image className="repair-image" src={url} mode="aspectFill" aria-hidden="true" />
              {out(id, `照片 ${index + 1}`)}
            </View>
          ))}
          {uploads.map(({ id, preview, percent, error }) => (
            <View key={id}>
              <Image className="repair-image repair-waiting" src={preview} mode="aspectFill" aria-hidden="true" />
              {error ? (
                <View {...press(() => again(id))} className="repair-word repair-failed">
                  重新上传
                </View>
              ) : (
                <View className="repair-word figures" role="status">{`上传中 ${percent}%`}</View>
              )}
            </View>
          ))}
        </View>
      )}
      {uploads.find(({ error }) => error) && (
        <View className="repair-failed" role="alert">
          {uploads.find(({ error }) => error)?.error}
        </View>
      )}
      {added.length + uploads.length < MOST_REPAIR_PICTURES && (
        <View className="repair-buttons">
          <Button kind="quiet" small icon="camera" onPress={add}>
            添加照片
          </Button>
        </View>
      )}
    </View>
  )
}

/** Pictures that are there, to be looked at in full. */
export function PhotoRow({ pictures, name }: { pictures: readonly ShownPicture[]; name: string }) {
  if (pictures.length === 0) return null
  const show = (current: string) => void Taro.previewImage({ current, urls: pictures.map(({ url }) => url) })
  return (
    <View className="repair-pictures">
      {pictures.map(({ id, url, state }, index) => (
        <View key={id} {...press(() => show(url))} aria-label={`查看${name}照片 ${index + 1}`}>
          <Image className="repair-image" src={url} mode="aspectFill" aria-hidden="true" />
          {state !== 'shown' && <View className="repair-soft">{state === 'waiting' ? '审核中' : '未通过审核'}</View>}
        </View>
      ))}
    </View>
  )
}
