import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { dwellingRecord, withWarnings } from './dwelling.store'
import { endWorks } from './end-works'
import { listDwellings } from './list-dwellings'
import { readBoard } from './read-board'
import { readDwelling } from './read-dwelling'
import { readWholeBoard } from './read-whole-board'
import { registerDwelling } from './register-dwelling'
import { reviseDwelling } from './revise-dwelling'
import { startWorks } from './start-works'

export const domain = {
  routes: dwellingRoutes,
  useCases: {
    registerDwelling,
    reviseDwelling,
    readDwelling,
    readBoard,
    readWholeBoard,
    listDwellings,
    startWorks,
    endWorks,
  } satisfies Fulfilled<typeof dwellingRoutes>,
  reach: {
    dwl: async (store, id) => {
      const dwelling = await read(store, dwellingRecord, id)
      return {
        parties: [dwelling.holderId],
        region: dwelling.address.committeeCode ?? dwelling.address.townCode,
        subject: dwelling,
      }
    },
  },
  replay: { dwl: async (id, { store, now }) => withWarnings(store, await read(store, dwellingRecord, id), now) },
} satisfies Domain
