import { deskOf } from '@anju/shared/complaint/complaint'
import { kindOf, type UserId } from '@anju/shared/id'
import { partiesOf } from '@anju/shared/lease/lease'
import type { Picture, PicturePurpose } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { whoIs } from '@anju/shared/repair/repair'
import { complaintRecord } from '../complaint/complaint.store'
import { dwellingRecord, occupationRecord } from '../dwelling/dwelling.store'
import type { Domain, Fulfilled, Reach } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { repairRecord } from '../repair/repair.store'
import { find, read } from '../store/record'
import type { Store } from '../store/store'
import { finishUpload } from './finish-upload'
import { listPictures } from './list-pictures'
import { pictureRecord, shown } from './picture.store'
import { readPicture } from './read-picture'
import { removePicture } from './remove-picture'
import { startUpload } from './start-upload'

/** Whose the thing is that a picture belongs to; both must be there. A complaint's are its reporter's and the desk's. */
async function reachAbout(store: Store, id: string): Promise<Pick<Reach, 'parties' | 'region'>> {
  if (kindOf(id) === 'dwl') return { parties: [(await read(store, dwellingRecord, id)).holderId], region: undefined }
  if (kindOf(id) === 'lea') return { parties: partiesOf(await read(store, leaseRecord, id)), region: undefined }
  if (kindOf(id) === 'rep') return { parties: whoIs(await read(store, repairRecord, id)), region: undefined }
  const complaint = await read(store, complaintRecord, id)
  return { parties: [complaint.reporterId], region: deskOf(complaint) }
}

/** What an owner may see of their home: how it looks, and what they agreed to; never a receipt or a handover. */
const FOR_OWNERS: readonly PicturePurpose[] = ['home', 'consent']
async function ownersOf(store: Store, { aboutId, purpose }: Picture): Promise<UserId[]> {
  if (!FOR_OWNERS.includes(purpose)) return []
  const occupation = await find(store, occupationRecord, aboutId)
  return (occupation?.headLeases ?? []).flatMap(({ ownerId }) => (ownerId ? [ownerId] : []))
}

export const domain = {
  routes: pictureRoutes,
  useCases: { startUpload, finishUpload, readPicture, listPictures, removePicture } satisfies Fulfilled<
    typeof pictureRoutes
  >,
  reach: {
    pic: async (store, id) => {
      const picture = await read(store, pictureRecord, id)
      const [about, owners] = await Promise.all([reachAbout(store, picture.aboutId), ownersOf(store, picture)])
      return { ...about, owners, subject: picture }
    },
  },
  replay: {
    pic: async (id, { store, files }) => {
      const picture = await find(store, pictureRecord, id)
      return picture && shown(files, picture)
    },
  },
} satisfies Domain
