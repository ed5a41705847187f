import { type DwellingId, type PictureId, regionOf } from '@anju/shared/id'
import { MediaType } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import Taro from '@tarojs/taro'
import { call } from '../../call'
import { lost } from '../../call-error'
import { newId } from '../../new-id'

/** A picture of a dial that lies on this device until it is sent. */
export interface Photo {
  path: string
  byteCount: number
  mediaType: MediaType
  pictureId: string
  commandId: string
  /** In the browser a picture lasts as long as the page. */
  page: string
}

const inBrowser = process.env.TARO_ENV === 'h5'
const PAGE = newId('cmd')

const typeOf = (path: string, told: string | undefined): MediaType => {
  const parsed = MediaType.safeParse(told)
  if (parsed.success) return parsed.data
  return /\.png$/i.test(path) ? 'image/png' : /\.webp$/i.test(path) ? 'image/webp' : 'image/jpeg'
}

/** 拍照; nothing where the person turned back. */
export async function takePhoto(dwellingId: DwellingId): Promise<Photo | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  const kept = inBrowser ? undefined : await Taro.saveFile({ tempFilePath: file.path })
  return {
    path: kept ? (kept as Taro.saveFile.SuccessCallbackResult).savedFilePath : file.path,
    byteCount: file.size,
    mediaType: typeOf(file.path, file.type),
    pictureId: newId('pic', regionOf(dwellingId)),
    commandId: newId('cmd'),
    page: PAGE,
  }
}

export const isGone = ({ page }: Photo): boolean => inBrowser && page !== PAGE

/** Sends a picture; the same one twice is there once. */
export async function sendPhoto(photo: Photo, dwellingId: DwellingId): Promise<PictureId> {
  const { path, byteCount, mediaType, commandId } = photo
  const pictureId = photo.pictureId as PictureId
  const about = { pictureId, aboutId: dwellingId, mediaType }
  const { url, fields } = await call(pictureRoutes.startUpload, { ...about, byteCount })
  const answer = await Taro.uploadFile({ url, filePath: path, name: 'file', formData: fields }).catch(
    (reason: { errMsg?: string }) => {
      throw lost(reason.errMsg ?? '')
    },
  )
  if (answer.statusCode >= 300) throw lost(String(answer.statusCode))
  await call(pictureRoutes.finishUpload, { ...about, commandId, purpose: 'meter' })
  return pictureId
}
