import type { AboutId, PicturePurpose, ShownPicture } from '@anju/shared/picture/picture'
import { useState } from 'react'
import { MOST_AT_ONCE } from './chosen'
import { type Upload, useUploads } from './use-uploads'

export interface Photos {
  /** What goes with what is being written, in the order in which it arrived. */
  added: readonly ShownPicture[]
  pictureIds: ShownPicture['id'][]
  uploads: readonly Upload[]
  /** Something is still under way; what failed waits for nobody. */
  sending: boolean
  full: boolean
  add: () => void
  again: (uploadId: string) => void
  /** Leaves a picture out, whether it arrived or failed. */
  leaveOut: (id: string) => void
}

/** Pictures that go with what is being written: sent one by one, part of it only when it is sent itself. */
export function usePhotos(aboutId: AboutId, purpose: PicturePurpose, most: number): Photos {
  const [arrived, setArrived] = useState<readonly ShownPicture[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const { uploads, add, again } = useUploads({ aboutId, purpose, most: Math.min(most, MOST_AT_ONCE) }, (picture) =>
    setArrived((before) => [...before, picture]),
  )
  const stays = ({ id }: { id: string }) => !left.includes(id)
  const [kept, waiting] = [arrived.filter(stays), uploads.filter(stays)]
  const added = kept.slice(0, most)
  return {
    added,
    pictureIds: added.map(({ id }) => id),
    uploads: waiting,
    sending: waiting.some(({ error }) => !error),
    full: kept.length + waiting.length >= most,
    add,
    again,
    leaveOut: (id) => setLeft((before) => [...before, id]),
  }
}
