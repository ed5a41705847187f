import { MOST_PICTURES } from '@anju/shared/lease/handover'
import type { Lease } from '@anju/shared/lease/lease'
import type { ShownPicture } from '@anju/shared/picture/picture'
import { useState } from 'react'
import { type Upload, useUploads } from '../../picture/use-uploads'

export interface HandoverPicturesOnTheWay {
  /** What goes with the list, in the order in which it arrived. */
  added: readonly ShownPicture[]
  uploads: readonly Upload[]
  /** Something is still under way; what failed waits for nobody. */
  sending: boolean
  full: boolean
  add: () => void
  again: (uploadId: string) => void
  /** Leaves a picture out of the list, whether it arrived or failed. */
  leaveOut: (id: string) => void
}

/** The pictures of a list that is being written: sent one by one, part of the list only when the list itself is sent. */
export function useHandoverPictures(leaseId: Lease['id']): HandoverPicturesOnTheWay {
  const [arrived, setArrived] = useState<readonly ShownPicture[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const { uploads, add, again } = useUploads({ aboutId: leaseId, purpose: 'handover' }, (picture) =>
    setArrived((before) => [...before, picture]),
  )
  const stays = ({ id }: { id: string }) => !left.includes(id)
  const [kept, waiting] = [arrived.filter(stays), uploads.filter(stays)]
  return {
    added: kept.slice(0, MOST_PICTURES),
    uploads: waiting,
    sending: waiting.some(({ error }) => !error),
    full: kept.length + waiting.length >= MOST_PICTURES,
    add,
    again,
    leaveOut: (id) => setLeft((before) => [...before, id]),
  }
}
