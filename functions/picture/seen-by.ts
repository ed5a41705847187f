import { kindOf } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import { complaintRecord } from '../complaint/complaint.store'
import { sideOf } from '../complaint/side'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { Actor } from '../http/use-case'
import { read } from '../store/record'
import type { Store } from '../store/store'

/** Whether somebody keeps what a picture belongs to: the holder's side of a home; the desk, where it is of a complaint. */
async function keeps(store: Store, actor: Actor, aboutId: string): Promise<boolean> {
  switch (kindOf(aboutId)) {
    case 'dwl':
      return (await read(store, dwellingRecord, aboutId)).holderId === actor.holderId
    case 'cmp':
      return sideOf(await read(store, complaintRecord, aboutId), actor) === 'desk'
    default:
      return false
  }
}

/** Of pictures of one thing those that somebody may see: what is shown, their own, and all where they keep the thing. */
export async function seenBy<P extends Picture>(store: Store, actor: Actor, pictures: P[]): Promise<P[]> {
  const isOpen = (picture: P) => picture.state === 'shown' || picture.addedBy === actor.userId
  const hidden = pictures.find((picture) => !isOpen(picture))
  if (!hidden || (await keeps(store, actor, hidden.aboutId))) return pictures
  return pictures.filter(isOpen)
}
