import { readersOf, viewFiling } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { isPrivate } from '@anju/shared/filing/states'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { approveFiling } from './approve-filing'
import { checkFiling } from './check-filing'
import { filingRecord } from './filing.store'
import { listMyFilings } from './list-my-filings'
import { listQueue } from './list-queue'
import { overrideRule } from './override-rule'
import { readFiling } from './read-filing'
import { rejectFiling } from './reject-filing'
import { resubmitFiling } from './resubmit-filing'
import { returnFiling } from './return-filing'
import { submitFiling } from './submit-filing'
import { takeFiling } from './take-filing'
import { withdrawFiling } from './withdraw-filing'

export const domain = {
  routes: filingRoutes,

  useCases: {
    checkFiling,
    submitFiling,
    resubmitFiling,
    withdrawFiling,
    takeFiling,
    approveFiling,
    returnFiling,
    rejectFiling,
    overrideRule,
    readFiling,
    listMyFilings,
    listQueue,
  } satisfies Fulfilled<typeof filingRoutes>,
  reach: {
    fil: async (store, id) => {
      const filing = await read(store, filingRecord, id)
      return {
        parties: readersOf(filing),
        region: isPrivate(filing.status) ? undefined : (filing.committeeCode ?? filing.townCode),
        subject: filing,
      }
    },
  },
  replay: { fil: async (id, { store }) => viewFiling(await read(store, filingRecord, id)) },
} satisfies Domain
