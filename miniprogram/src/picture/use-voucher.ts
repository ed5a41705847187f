import type { AboutId, ShownPicture } from '@anju/shared/picture/picture'
import { useState } from 'react'
import { type Upload, useUploads } from './use-uploads'

export interface VoucherOnTheWay {
  /** What goes with the money that is written down. */
  picture: ShownPicture | undefined
  upload: Upload | undefined
  /** Still under way; what failed waits for nobody. */
  sending: boolean
  add: () => void
  again: () => void
  leaveOut: () => void
}

/**
 * 凭证 of money that is being written down: one picture of the home or the lease, sent before what names it. Nothing is
 * added before it is known what the money is about.
 */
export function useVoucher(aboutId: AboutId | undefined): VoucherOnTheWay {
  const [arrived, setArrived] = useState<readonly ShownPicture[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const { uploads, add, again } = useUploads({ aboutId: aboutId as AboutId, purpose: 'voucher', most: 1 }, (picture) =>
    setArrived((before) => [...before, picture]),
  )
  const stays = ({ id }: { id: string }) => !left.includes(id)
  const picture = arrived.filter((each) => each.aboutId === aboutId && stays(each)).at(-1)
  const upload = picture ? undefined : uploads.filter(stays).at(-1)
  return {
    picture,
    upload,
    sending: upload !== undefined && !upload.error,
    add: () => aboutId && add(),
    again: () => upload && again(upload.id),
    leaveOut: () => setLeft((before) => [...before, ...[...uploads, ...arrived].map(({ id }) => id)]),
  }
}
