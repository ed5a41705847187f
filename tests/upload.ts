import type { UploadForm } from '@anju/functions/files/files'
import { regionOf } from '@anju/shared/id'
import type { AboutId, MediaType, PicturePurpose } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { pngOf } from './picture-bytes'
import { type Citizen, commandId, newId } from './town'

/** Posts a form as a browser or wx.uploadFile does: the fields first, the file last. @returns status and body */
export async function post({ url, fields }: Pick<UploadForm, 'url' | 'fields'>, bytes: Uint8Array, more = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries<string>({ ...fields, ...more })) form.append(name, value)
  form.append('file', new Blob([bytes as BlobPart]), 'picture.jpg')
  const answer = await fetch(url, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}

/** Uploads one picture from beginning to end. */
export async function addPicture(
  citizen: Citizen,
  aboutId: AboutId,
  purpose: PicturePurpose,
  {
    bytes = pngOf(24, 16),
    mediaType = 'image/png' as MediaType,
    ...more
  }: { bytes?: Uint8Array; mediaType?: MediaType; roomNo?: string; caption?: string } = {},
) {
  const pictureId = newId('pic', regionOf(aboutId))
  const asked = { pictureId, aboutId, mediaType, byteCount: bytes.length }
  const { status } = await post((await citizen.call(pictureRoutes.startUpload, asked)).value, bytes)
  if (status !== 201) throw new Error(`the form was answered with ${status}`)
  const finished = { commandId: commandId(), pictureId, aboutId, mediaType, purpose, ...more }
  return (await citizen.call(pictureRoutes.finishUpload, finished)).value
}
