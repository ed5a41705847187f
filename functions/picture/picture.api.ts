import { kindOf, type UserId } from '@anju/shared/id'
import { partiesOf } from '@anju/shared/lease/lease'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { Domain, Fulfilled } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { find, read } from '../store/record'
import type { Store } from '../store/store'
import { finishUpload } from './finish-upload'
import { listPictures } from './list-pictures'
import { pictureRecord, shown } from './picture.store'
import { readPicture } from './read-picture'
import { removePicture } from './remove-picture'
import { startUpload } from './start-upload'

/** Whose the home or lease is that a picture is of; both must be there. */
const reachAbout = async (store: Store, id: string) =>
  kindOf(id) === 'dwl'
    ? { parties: [(await read(store, dwellingRecord, id)).holderId] }
    : { parties: partiesOf(await read(store, leaseRecord, id)) as UserId[] }

export const domain = {
  routes: pictureRoutes,
  useCases: { startUpload, finishUpload, readPicture, listPictures, removePicture } satisfies Fulfilled<
    typeof pictureRoutes
  >,
  reach: {
    pic: async (store, id) => {
      const picture = await read(store, pictureRecord, id)
      return { ...(await reachAbout(store, picture.aboutId)), region: undefined, subject: picture }
    },
  },
  replay: {
    pic: async (id, { store, files }) => {
      const picture = await find(store, pictureRecord, id)
      return picture && shown(files, picture)
    },
  },
} satisfies Domain
