import { type DwellingId, type PictureId, regionOf } from '@anju/shared/id'
import type { MediaType } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import Taro from '@tarojs/taro'
import { call } from '../../call'
import { lost } from '../../call-error'
import { newId } from '../../new-id'
import { choosePictures } from '../../picture/choose'

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

/** 拍照; nothing where the person turned back. The phone keeps the file until it is sent. */
export async function takePhoto(dwellingId: DwellingId): Promise<Photo | undefined> {
  const [chosen] = await choosePictures()
  if (!chosen) return undefined
  const kept = inBrowser ? undefined : await Taro.saveFile({ tempFilePath: chosen.preview })
  return {
    path: kept ? (kept as Taro.saveFile.SuccessCallbackResult).savedFilePath : chosen.preview,
    byteCount: chosen.byteCount,
    mediaType: chosen.mediaType,
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
  // The form is signed: nothing of this person goes to the bucket beside it.
  const form = { url, filePath: path, name: 'file', formData: fields, withCredentials: false }
  const answer = await Taro.uploadFile(form).catch((reason: { errMsg?: string }) => {
    throw lost(reason.errMsg ?? '')
  })
  if (answer.statusCode >= 300) throw lost(String(answer.statusCode))
  await call(pictureRoutes.finishUpload, { ...about, commandId, purpose: 'meter' })
  return pictureId
}
