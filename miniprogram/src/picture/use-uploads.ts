import { regionOf } from '@anju/shared/id'
import type { AboutId, PicturePurpose, ShownPicture } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../call'
import { sentenceOf } from '../call-error'
import { newId } from '../new-id'
import { choosePictures } from './choose'
import type { Chosen } from './chosen'

/** One picture on its way. */
export interface Upload {
  id: string
  preview: string
  percent: number
  error?: string
}

interface About {
  aboutId: AboutId
  purpose: PicturePurpose
  roomNo?: string | undefined
  /** How many may be chosen at once. */
  most?: number
}

/** Chooses pictures and sends them, each with its progress; one that failed waits to be sent again. */
export function useUploads({ aboutId, purpose, roomNo, most }: About, done?: (picture: ShownPicture) => void) {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<(Upload & { chosen: Chosen })[]>([])
  const change = (id: string, part: Partial<Upload>) =>
    setUploads((before) => before.map((each) => (each.id === id ? { ...each, ...part } : each)))

  async function send(id: string, chosen: Chosen): Promise<void> {
    const { mediaType, byteCount } = chosen
    const pictureId = id as ShownPicture['id']
    try {
      const form = await call(pictureRoutes.startUpload, { pictureId, aboutId, mediaType, byteCount })
      await chosen.send(form.url, form.fields, (percent) => change(id, { percent: Math.min(percent, 99) }))
      const picture = await call(pictureRoutes.finishUpload, {
        commandId: newId('cmd'),
        pictureId,
        aboutId,
        mediaType,
        purpose,
        ...(roomNo !== undefined && { roomNo }),
      })
      setUploads((before) => before.filter((each) => each.id !== id))
      done?.(picture)
      void client.invalidateQueries()
    } catch (error) {
      change(id, { error: sentenceOf(error) })
    }
  }

  const add = async () => {
    const chosen = await choosePictures(most)
    const made = chosen.map((each) => ({
      id: newId('pic', regionOf(aboutId)) as string,
      preview: each.preview,
      percent: 0,
      chosen: each,
    }))
    setUploads((before) => [...before, ...made])
    for (const each of made) await send(each.id, each.chosen)
  }
  const again = (id: string) => {
    const upload = uploads.find((each) => each.id === id)
    if (!upload) return
    setUploads(
      (before) =>
        before.map((each) => (each.id === id ? { ...upload, percent: 0, error: undefined } : each)) as typeof uploads,
    )
    void send(id, upload.chosen)
  }
  return { uploads: uploads as readonly Upload[], add: () => void add(), again }
}
